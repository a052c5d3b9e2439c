// When what is written in comes to stand elsewhere on its page, or in another size.

const LOOK_AGAIN = 300;

/** Calls `act` each time that an element may have moved, until the signal aborts. */
export function whenMoved(element, act, signal) {
  const view = element.ownerDocument.defaultView;
  for (const type of ["scroll", "resize"]) view.addEventListener(type, act, { signal, capture: true, passive: true });
  const resized = new view.ResizeObserver(act);
  resized.observe(element);
  // What moves an element without a word: an image above it that has come, a panel that was opened.
  let box = "";
  const watch = view.setInterval(() => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const before = box;
    box = [left, top, width, height].join();
    if (box !== before) act();
  }, LOOK_AGAIN);
  signal.addEventListener("abort", () => {
    resized.disconnect();
    view.clearInterval(watch);
  });
}
