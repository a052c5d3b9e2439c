// What a tab remembers over a reload: the draft with what is let be in it, and apart from it the token. Both go with the tab.

const DRAFT = "copydesk-draft";
const TOKEN = "copydesk-token";

export const kept = {
  get draft() {
    try {
      return JSON.parse(get(DRAFT) || "null");
    } catch {
      return null;
    }
  },

  /** Too long a draft is not kept. */
  set draft(draft) {
    put(DRAFT, draft ? JSON.stringify(draft) : "");
  },

  get token() {
    return get(TOKEN);
  },

  set token(token) {
    put(TOKEN, token);
  },
};

function get(key) {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return ""; // a browser may be told to keep nothing
  }
}

function put(key, value) {
  try {
    sessionStorage.removeItem(key);
    if (value) sessionStorage.setItem(key, value);
  } catch {
    // then it is not kept
  }
}
