// Keys of a page, and the box that tells them.

/** Calls what is named for a key, unless one is writing or holds a modifier. Gives a switch: keys.on. */
export function keys(target, actions) {
  const state = { on: true };
  target.addEventListener("keydown", (event) => {
    if (!state.on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("textarea, select, [contenteditable], dialog, input:not([type=checkbox])")) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  return state;
}

/** Shows the box of keys on request; its switch turns single keys off, for those who speak to their machine. */
export function help(box, opener, state) {
  const open = () => box.showModal();
  const turn = box.querySelector("#keys-on");
  opener.addEventListener("click", open);
  turn.addEventListener("change", () => {
    state.on = turn.checked;
  });
  return open;
}
