"""While one writes, marks keep to their words."""

from __future__ import annotations

from desk_page import Desk
from running import Server


def test_an_answer_that_comes_late_marks_the_words_it_means(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("A slowword. On the the quay. It waits waits.")
    desk.until(lambda: "in_flight 1" in server.client.get("/metrics").text)
    desk.caret(0)
    desk.write("Now 🚢\nthen: ")
    desk.caret(desk.text.index("waits."))
    desk.write("here ")
    server.let_go()
    seen = []
    desk.until(lambda: seen.append(desk.marks) or desk.messages)
    # Of the answer to the first text: moved with its words, and gone where the words have changed.
    at = len("Now 🚢\nthen: ".encode("utf-16-le")) // 2
    assert [(place, words) for place, words in desk.marks] == [(at + len("A slowword. On the "), "the")]
    desk.checked(1)
    assert all(words == "the" for marks in seen for _, words in marks)


def test_marks_follow_their_words_as_one_writes(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("On the the quay.")
    desk.checked(1)
    desk.caret(0)
    desk.write("Early. ")
    desk.until(lambda: desk.marks == [(14, "the")])
    desk.caret(17)
    desk.press("n")
    desk.until(lambda: desk.text.startswith("Early. On the then") and desk.marks == [])
    desk.checked(0)


def test_the_mirror_breaks_its_lines_where_the_field_does(desk: Desk, server: Server) -> None:
    awkward = (
        "Tab\there, trailing spaces      \n\nA " + "very-" * 30 + "long word and " + "x" * 200 + "\n"
        "Emoji 👨‍👩‍👧 and 東京 " * 12 + "\n   indented   twice   \n\n\nhttps://example.org/" + "a/" * 80 + "\nlast\n"
    )
    desk.open(server.url)
    desk.write(awkward)
    for width in (1280, 800, 400, 320):
        desk.cdp("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        script = """
          const copy = text.cloneNode();
          copy.value = text.value;
          copy.style.cssText = "position:absolute;min-height:0;height:0;width:" + text.clientWidth + "px";
          text.parentNode.append(copy);
          const high = copy.scrollHeight;
          copy.remove();
          return [high, mirror.clientHeight, mirror.clientWidth, text.clientWidth];"""
        desk.until(lambda script=script: desk.js(script)[0] == desk.js(script)[1])
        high, mirrored, wide, field = desk.js(script)
        assert (high, wide) == (mirrored, field)
        assert desk.js("return document.documentElement.scrollWidth") == width


def test_a_long_draft_is_marked_and_written_in(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    line = "The ferry leaves the quay at noon and comes back with the tide, if the wind is kind to it.\n\n"
    desk.write(line * 1100 + "On the the quay.")
    assert len(desk.text) > 100_000
    desk.checked(1)
    desk.caret(0)
    desk.press("O", "n")
    desk.until(lambda: desk.marks == [(len(line) * 1100 + 9, "the")])
    desk.checked(1)


def test_edits_can_be_taken_back_and_places_follow(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    script = """
      const done = arguments[0];
      const alphabet = ["a", " ", "\\n", "🚢", "the"];
      let seed = 7;
      const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
      const words = (n) => Array.from({ length: random(n) }, () => alphabet[random(alphabet.length)]).join("");
      import(new URL("assets/edits.js", location)).then(({ applied, difference, inverse, moved }) => {
        const wrong = [];
        for (let i = 0; i < 2000; i += 1) {
          const text = words(12);
          const cuts = Array.from({ length: 4 }, () => random(text.length + 1)).sort((a, b) => a - b);
          const batch = [[cuts[0], cuts[1]], [cuts[2], cuts[3]]].map(([start, end]) => ({ start, end, text: words(3) }));
          const after = applied(text, batch);
          if (applied(after, inverse(text, batch)) !== text) wrong.push(["inverse", text, batch]);
          const edit = difference(text, after, random(after.length + 1));
          if (applied(text, edit ? [edit] : []) !== after) wrong.push(["difference", text, after]);
          const start = random(text.length + 1);
          const place = { start, end: start + random(text.length + 1 - start) };
          const there = moved(place, batch);
          if (there && after.slice(there.start, there.end) !== text.slice(place.start, place.end)) {
            wrong.push(["moved", text, batch, place]);
          }
        }
        done(wrong.slice(0, 3));
      });"""
    assert desk.driver.execute_async_script(script) == []
