"""manage.py demo: a site to try, with an editor and an article."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, call_command

from articles.models import Article

NAME = "editor"
HEADLINE = "Lifeboat Crew Saves Two at Gull Point"
STANDFIRST = "The RNLI says the pair had been in the water for an hour."
BODY = """\
Two anglers were pulled from the sea on Tuesday, June 4, after their boat sank off Gull Point.

The crew of the lifeboat *Mercy May* found the the men holding on to a fish box. They had drifted for a mile whilst the \
tide went out.

“We sang,” said Tom Arkell, one of the two. “We sang ‘Row Row Row’ until until we saw the light.”

The men are well, the service said. Their boat, the Duran Duran, has not been found.
"""


class Command(BaseCommand):
    """Make the tables, an editor and an article, and serve the site."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        """One option, for scripts."""
        parser.add_argument("--no-serve", action="store_true", help="make everything ready and stop there")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; a second time it only serves."""
        call_command("migrate", verbosity=0)
        editors = get_user_model().objects
        if not editors.filter(username=NAME).exists():
            editors.create_superuser(NAME, password=NAME)
        if not Article.objects.exists():
            Article.objects.create(headline=HEADLINE, standfirst=STANDFIRST, body=BODY)
        self.stdout.write(f"Log in as “{NAME}”, password “{NAME}”, at http://127.0.0.1:8000/")
        if not options["no_serve"]:
            call_command("runserver", use_reloader=False)
