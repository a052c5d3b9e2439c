// A page of a content system with Copydesk on its three fields. ?service=http://127.0.0.1:8082 names another service.

const service = new URLSearchParams(location.search).get("service") ?? "http://127.0.0.1:8081";
const form = document.querySelector("#story");
const state = document.querySelector("#state");
const saved = document.querySelector("#saved");

const SAID = {
  away: "Copydesk does not answer; it is asked again by itself.",
  busy: "Copydesk has much to do; it is asked again by itself.",
  refused: "Copydesk does not take this draft.",
};

form.addEventListener("copydesk:state", ({ detail }) => {
  state.textContent = SAID[detail.state] ?? "";
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const story = {
    headline: form.querySelector("#headline").value,
    standfirst: form.querySelector("#standfirst").value,
    body: form.querySelector("#body").innerHTML.trim(),
  };
  saved.textContent = JSON.stringify(story, null, 2);
});

// Where the service is down when the page comes, one writes without it.
try {
  const { attach } = await import(`${service}/copydesk.js`);
  for (const field of ["headline", "standfirst", "body"]) {
    attach(document.getElementById(field), { url: service, field, remember: `copydesk:story-17:${field}` });
  }
} catch {
  state.textContent = SAID.away;
}
