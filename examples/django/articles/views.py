"""Writing an article, publishing it, and letting a finding stand."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import modelform_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from . import desk
from .models import Article

ArticleForm = modelform_factory(Article, fields=["headline", "standfirst", "body"])


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """All articles."""
    return render(request, "articles/index.html", {"articles": Article.objects.order_by("-pk")})


@login_required
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """An article in a form, with what the desk says of it."""
    article = get_object_or_404(Article, pk=pk)
    form = ArticleForm(request.POST or None, instance=article)
    if request.method == "POST" and not article.published and form.is_valid():
        form.save()
        return redirect("article", pk)
    article.refresh_from_db()
    verdict = desk.verdict_on(article)
    return render(request, "articles/article.html", {"article": article, "form": form, "verdict": verdict})


@login_required
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish an article, or say what holds it back."""
    verdict = desk.publish(get_object_or_404(Article, pk=pk))
    if verdict.passes:
        messages.success(request, "Published.")
    for found in verdict.blocking:
        messages.error(request, f"{found.field}, line {found.finding.start.line}: {found.finding.message}")
    for problem in verdict.problems:
        messages.warning(request, problem.message)
    return redirect("article", pk)


@login_required
@require_POST
def override(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one finding stand, for a reason."""
    article = get_object_or_404(Article, pk=pk)
    fingerprint, why = request.POST.get("fingerprint", ""), request.POST.get("why", "").strip()
    there = {found.finding.fingerprint for found in desk.verdict_on(article).blocking}
    if not why:
        messages.error(request, "Say why it may stand.")
    elif fingerprint not in there:
        messages.error(request, "That finding is no longer there.")
    else:
        article.overrides.create(fingerprint=fingerprint, by=request.user, why=why[:200])
    return redirect("article", pk)
