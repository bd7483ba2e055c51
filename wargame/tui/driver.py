"""The keys of a terminal, read so that bytes which are no text end no game, and every fault is told alike.

Like the frame it relies on what Textual keeps to itself (`_run_input_thread`, `_sigcont_application`,
`_handle_exception`).
"""

import os

from textual.drivers.linux_driver import LinuxDriver


class Driver(LinuxDriver):
    """Reads on after bytes that are not UTF-8, and hands any other fault of reading to the app.

    Textual would print it with the lines of code in which it arose, and end as if all were well.
    """

    def _run_input_thread(self) -> None:
        while not self.exit_event.is_set():
            try:
                self.run_input_thread()
            except UnicodeDecodeError:
                continue
            except Exception as fault:  # noqa: BLE001 - told by whoever ran the app
                self._app.call_later(self._app._handle_exception, fault)  # noqa: SLF001
                return

    def _sigcont_application(self, *given: object) -> None:
        # A terminal that closes wakes its programs, so that they hear of it: there is nothing to draw on.
        if os.isatty(self.fileno):
            super()._sigcont_application(*given)
