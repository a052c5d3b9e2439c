// An editor with Copydesk. ?service=http://127.0.0.1:8082 names another service.
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { Copydesk } from "./extension.js";

const service = new URLSearchParams(location.search).get("service") ?? "http://127.0.0.1:8081";
const state = document.querySelector("#state");
const told = (name) => {
  state.textContent = name === "away" ? "Copydesk does not answer; it is asked again by itself." : "";
};

const extensions = [StarterKit];
try {
  // The service hands out the client that fits it.
  const client = await import(`${service}/copydesk.js`);
  extensions.push(Copydesk.configure({ client, url: service, told }));
} catch {
  told("away");
}

window.editor = new Editor({
  element: document.querySelector("#editor"),
  editorProps: { attributes: { "aria-label": "Story" } },
  extensions,
  content: `
    <h2>Islands wait for the ferry</h2>
    <p>The storm took part of the <strong>north pier</strong>. Two crews had let the harbor by the the time it came.</p>
    <p>The islands have had no boat since Tuesday, in the wake of the storm.</p>`,
});
