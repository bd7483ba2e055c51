"use strict";
// Point at a chart, or step through it with the arrow keys: the same place lights up in all of its parts.
for (const chart of document.querySelectorAll("figure.chart")) {
  const say = chart.querySelector(".say");
  const hits = [...chart.querySelectorAll(".hit")];
  const places = [...new Set(hits.map((hit) => hit.dataset.x))];
  let now = -1;
  const light = (place, hit) => {
    now = places.indexOf(place);
    for (const one of chart.querySelectorAll(".at")) one.classList.toggle("on", one.dataset.x === place);
    const meant = hit || hits.find((one) => one.dataset.x === place);
    say.textContent = meant ? meant.dataset.say : "";
  };
  for (const hit of hits) {
    hit.addEventListener("pointerenter", () => light(hit.dataset.x, hit));
    hit.addEventListener("click", () => light(hit.dataset.x, hit));
  }
  chart.addEventListener("pointerleave", () => light(undefined));
  chart.addEventListener("blur", () => light(undefined));
  chart.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || !places.length) return;
    event.preventDefault();
    light(places[now < 0 ? (step > 0 ? 0 : places.length - 1) : (now + step + places.length) % places.length]);
  });
}
// Paper cannot be opened: what is folded is printed open, and folded again; tables and the ledger as they are.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details.group:not(.reference, .reference *):not([open])")];
  for (const one of closed) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of closed) one.open = false;
});
