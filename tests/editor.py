"""What an editor makes of decks and rules: `python -m tests.editor COMMAND...` asks a YAML language server.

COMMAND starts the server, which speaks the Language Server Protocol over its input and output. Exits with 0
when it completes, explains and underlines as it should, and finds nothing to underline in shipped files.
"""

import json
import queue
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

from wargame.content.cards import Option
from wargame.content.schema import Kind, meanings, modeline
from wargame.content.shipped import decks_folder, rules_folder

Message = dict[str, Any]
PATIENCE = 60
"""Seconds that an answer may take."""

CARD = """\
- id: mast
  title: A mast in the fog
  situation: A mast was seen.
  asks:
    west:
      prompt: Whose is it?
      default: wait
      options:
        - id: wait
          label: Wait
          shown-as: Nothing is said
        - id: row
          label: Row out
"""


class Server:
    """A language server that is running."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._heard: queue.Queue[Message] = queue.Queue()
        self._later: list[Message] = []
        self._asked = 0
        assert self._process.stdout
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        able = {"textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {}}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self.tell("initialized", {})
        settings = {
            "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
        }
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def _listen(self, out: IO[bytes]) -> None:
        while header := out.readline():
            length = int(header.split(b":")[1])
            while out.readline().strip():
                pass
            self._heard.put(json.loads(out.read(length)))

    def _say(self, message: Message) -> None:
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self._process.stdin.flush()

    def tell(self, method: str, params: object) -> None:
        self._say({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        """Return the server's answer; raises ValueError where it is an error."""
        self._asked += 1
        mine = self._asked
        self._say({"id": mine, "method": method, "params": params})
        answer = self._until(lambda message: message.get("id") == mine and "method" not in message)
        if "error" in answer:
            raise ValueError(f"{method}: {answer['error']}")
        return answer["result"]

    def open(self, path: Path, text: str) -> list[str]:
        """Open a document, whether there is such a file or not; return what is underlined in it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        told = self._until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == path.as_uri()
            )
        )
        return [
            f"{each['range']['start']['line'] + 1}: {each['message']}"
            for each in told["params"]["diagnostics"]
        ]

    def _until(self, wanted: Any) -> Message:
        """Return the next message that is wanted; answer meanwhile what the server asks."""
        while True:
            message = self._heard.get(timeout=PATIENCE)
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                asked = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
                self._say({"id": message["id"], "result": [{} for _ in asked] or None})

    def close(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._process.wait(PATIENCE)


def at(path: Path, text: str, piece: str) -> Message:
    """Return the position at the end of a piece of text, as the protocol has it."""
    before = text[: text.index(piece) + len(piece)]
    place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
    return {"textDocument": {"uri": path.as_uri()}, "position": place}


def check(server: Server) -> list[str]:
    """Return what an editor would not do as it should."""
    wrong = []
    kinds: list[tuple[Kind, Path]] = [("deck", decks_folder()), ("rules", rules_folder())]
    for _, folder in kinds:
        for path in sorted(folder.glob("*.yaml")):
            wrong += [
                f"{path.name}: underlined: {said}" for said in server.open(path, path.read_text("utf-8"))
            ]
    begun = f"{modeline('deck')}\n{CARD}"
    folder = decks_folder()
    spoilt = folder / "editor-spoilt.yaml"
    underlined = server.open(spoilt, begun.replace("  title: A mast", "  titel: A mast"))
    if not any("titel" in said and said.startswith("3:") for said in underlined):
        wrong.append(f"'titel' is not underlined: {underlined}")
    typing = folder / "editor-typing.yaml"
    text = begun.replace("  situation:", "  dea\n  situation:")
    server.open(typing, text)
    offered = server.ask("textDocument/completion", at(typing, text, "  dea"))
    labels = [item["label"] for item in (offered["items"] if isinstance(offered, dict) else offered)]
    if "deal" not in labels:
        wrong.append(f"'dea' is not completed to 'deal': {labels}")
    read = folder / "editor-read.yaml"
    if said := server.open(read, begun):
        wrong.append(f"a sound card is underlined: {said}")
    told = server.ask("textDocument/hover", at(read, begun, "          shown"))
    explained = re.sub(r"\W+", " ", json.dumps(told))
    if re.sub(r"\W+", " ", meanings(Option)["shown-as"]) not in explained:
        wrong.append(f"'shown-as' is not explained: {told}")
    return wrong


def main(command: list[str]) -> int:
    """Ask the server that a command starts, and say what it does not do."""
    server = Server([*command, "--stdio"])
    wrong = check(server)
    server.close()
    for line in wrong:
        print(f"tests.editor: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
