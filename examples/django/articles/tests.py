"""The way of an article through the desk, as an editor goes it."""

from django.contrib.auth import get_user_model
from django.test import TestCase
from django.urls import reverse

from articles.models import Article, Override

BODY = "The ferry left the the quay at noon on Tuesday, June 4.\r\n\r\nIt had been let undone in the wake of a storm."
FIXED = BODY.replace("the the", "the")


class DeskTest(TestCase):
    """An editor at work on one article."""

    def setUp(self) -> None:
        """An editor, logged in, and a draft in which a word is set twice."""
        self.editor = get_user_model().objects.create_superuser("mara", password="ferry")
        self.client.force_login(self.editor)
        self.article = Article.objects.create(headline="Ferry Leaves Again", body=BODY)

    def url(self, name: str) -> str:
        """The address of a page of the article."""
        return reverse(name, args=[self.article.pk])

    def post(self, name: str, **data: str) -> list[str]:
        """Post to a page of the article, and give the messages that the next page shows."""
        page = self.client.post(self.url(name), data, follow=True)
        self.assertEqual(page.status_code, 200)
        self.article.refresh_from_db()
        return [str(message) for message in page.context["messages"]]

    def fingerprint(self) -> str:
        """That of the one finding that blocks."""
        (found,) = self.client.get(self.url("article")).context["verdict"].blocking
        return str(found.finding.fingerprint)

    def test_a_draft_with_an_error_is_held_back_and_the_editor_told_where(self) -> None:
        """The message names the field and line; the verdict is stored."""
        self.assertEqual(self.post("publish"), ["body, line 1: “the” is set twice."])
        self.assertIsNone(self.article.published)
        self.assertFalse(self.article.verdict["passes"])
        self.assertEqual(self.article.verdict["blocking"][0]["start"]["offset"], 19)

    def test_the_page_shows_what_blocks_and_what_is_noted(self) -> None:
        """Both in their sentences; only what blocks can be let stand."""
        page = self.client.get(self.url("article"))
        self.assertContains(page, "The ferry left the <mark>the</mark> quay")
        self.assertContains(page, "<mark>in the wake of</mark>")
        self.assertContains(page, "Let it stand", count=1)

    def test_a_mended_draft_is_published(self) -> None:
        """Save the mended body, publish it, and it is out."""
        self.post("article", headline="Ferry Leaves Again", standfirst="", body=FIXED)
        self.assertEqual(self.post("publish"), ["Published."])
        self.assertIsNotNone(self.article.published)
        self.assertTrue(self.article.verdict["passes"])

    def test_an_editor_lets_a_finding_stand_for_a_reason_and_it_is_kept_who_and_why(self) -> None:
        """The table and the stored verdict both say it."""
        self.assertEqual(self.post("override", fingerprint=self.fingerprint(), why="The ship is called The The."), [])
        self.assertEqual(self.post("publish"), ["Published."])
        override = Override.objects.get()
        self.assertEqual((override.by, override.why), (self.editor, "The ship is called The The."))
        (kept,) = self.article.verdict["overridden"]
        self.assertEqual(kept["override"]["by"], "mara")
        self.assertEqual(kept["override"]["when"], override.when.isoformat())
        self.assertContains(self.client.get(self.url("article")), "The ship is called The The.")

    def test_nothing_stands_without_a_reason_or_unseen(self) -> None:
        """A blank reason and a finding that is not there are refused."""
        self.assertEqual(self.post("override", fingerprint=self.fingerprint(), why=" "), ["Say why it may stand."])
        gone = self.post("override", fingerprint="0000000000000000", why="because")
        self.assertEqual(gone, ["That finding is no longer there."])
        self.assertFalse(Override.objects.exists())

    def test_the_admins_action_stands_behind_the_same_desk(self) -> None:
        """Of two articles, the one that passes is published."""
        clean = Article.objects.create(headline="Ferry Is Back", body=FIXED)
        chosen = [self.article.pk, clean.pk]
        where = reverse("admin:articles_article_changelist")
        page = self.client.post(where, {"action": "publish", "_selected_action": chosen}, follow=True)
        self.assertContains(page, "Published: Ferry Is Back")
        self.assertContains(page, "Ferry Leaves Again: body: “the” is set twice.")
        self.assertEqual(list(Article.objects.filter(published__isnull=False)), [clean])

    def test_strangers_are_sent_to_the_login(self) -> None:
        """No page of an article without one."""
        self.client.logout()
        for name in ("article", "publish", "override"):
            self.assertRedirects(self.client.post(self.url(name)), f"/admin/login/?next={self.url(name)}")
