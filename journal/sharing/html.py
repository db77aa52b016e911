"""Fills the HTML templates of papers for others.

``journal.summary.html``, ``recovery_sheet`` and ``wallet_card`` call ``fill``. Each file has its own style in it and a
content policy that allows nothing else, so that it loads nothing and runs nothing wherever it is opened.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from journal.language import language

if TYPE_CHECKING:
    from jinja2 import Template

_HEAD: Final = """\
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>{style}</style>"""


def fill(package: str, name: str, /, **words: Any) -> bytes:
    """Fill ``NAME.html.j2`` of a package with ``words`` and return it as UTF-8; its style is ``NAME.css``.

    Everything that is filled in is escaped. ``{{ head }}`` in the template becomes the policy and the style.
    """
    return _template(package, name).render(words).encode()


@cache
def _template(package: str, name: str) -> Template:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    style = _text(package, f"{name}.css")
    environment.globals["language"] = language
    environment.globals["head"] = Markup(_HEAD.format(policy=_policy(style), style=style))  # noqa: S704 - nothing of the person is in it
    return environment.from_string(_text(package, f"{name}.html.j2"))


def _policy(style: str) -> str:
    """Return a content policy that allows this style by its hash, so that no style in the words can apply."""
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"


def _text(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")
