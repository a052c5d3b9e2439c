// Copydesk as an extension of TipTap: the plugin for ProseMirror, and keys.
import { Extension } from "@tiptap/core";
import { copydesk, step } from "./plugin.js";

export const Copydesk = Extension.create({
  name: "copydesk",

  /** `client` is the service's module; the rest goes to its Checker, and `told` hears how it goes. */
  addOptions() {
    return { client: null, url: "", field: "body", told: () => {} };
  },

  addProseMirrorPlugins() {
    return [copydesk(this.options)];
  },

  addKeyboardShortcuts() {
    return {
      "Alt-F8": () => step(this.editor.view, 1),
      "Alt-Shift-F8": () => step(this.editor.view, -1),
    };
  },
});
