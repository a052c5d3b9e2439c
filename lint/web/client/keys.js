// The keys that go from finding to finding, and whether one was pressed.

export const KEYS = { next: "Alt+F8", previous: "Alt+Shift+F8" };

/** Whether a key was pressed that is written as "Alt+Shift+F8". */
export function pressed(event, key) {
  if (!key) return false;
  const parts = key.split("+");
  const holds = (name) => parts.includes(name);
  return (
    event.key.toLowerCase() === parts.at(-1).toLowerCase() &&
    event.altKey === holds("Alt") && event.ctrlKey === holds("Ctrl") &&
    event.metaKey === holds("Meta") && event.shiftKey === holds("Shift")
  );
}
