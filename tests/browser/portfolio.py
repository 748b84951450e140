"""A portfolio site by hand, for the widget to be put on: three pages, a resume, hostile CSS."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.served import ROOT

ASSETS = ROOT / "tests" / "fixtures" / "site" / "assets"

RESUME = """\
---
permalink: /resume/
---

# Ada Wren

Platform engineer

ada@wren.example | <https://wren.example/code>

## Experience

### Tern Airways, Bristol, 2016 - 2020

- Ran the Kafka clusters behind the booking system
- Wrote payment services in Go
- Led a team of six engineers

### Gull & Sons, Cork, 2012 - 2016

- Built the warehouse's stock system in Python
- Moved the shop from one server to Kubernetes

## Education

### University of Leeds, 2009 - 2012

BSc in Computer Science

## Skills

- Languages: Go, Python, SQL
- Tools: Kafka, Redis, Terraform
"""

_RESUME_PAGE = """\
<h1>Ada Wren</h1>
<p>Platform engineer</p>
<p><a href="mailto:ada@wren.example">ada@wren.example</a></p>
<h2>Experience</h2>
<h3>Tern Airways, Bristol, 2016 – 2020</h3>
<ul>
  <li>Ran the <strong>Kafka</strong> clusters behind the booking&nbsp;system</li>
  <li>Wrote payment services in Go</li>
  <li>Led a team of six engineers</li>
</ul>
<h3>Gull &amp; Sons, Cork, 2012 – 2016</h3>
<ul>
  <li>Built the warehouse’s stock system in Python</li>
  <li>Moved the shop from one server to Kubernetes</li>
</ul>
<h2>Education</h2>
<h3>University of Leeds, 2009 – 2012</h3>
<p>BSc in Computer Science</p>
<h2>Skills</h2>
<ul>
  <li>Languages: Go, Python, SQL</li>
  <li>Tools: Kafka, Redis, Terraform</li>
</ul>
"""

_PAGE = """\
<!doctype html>
<html {html}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title}</title>
  <link rel="icon" href="data:,">
  {head}
</head>
<body>
  <nav aria-label="Main" class="navbar">
    <a href="/">Home</a> <a href="/resume/">Resume</a> <a href="/about/">About</a>
  </nav>
  <main class="container">
{content}
  </main>
  <footer><p>Kafka clusters of all sorts</p></footer>
</body>
</html>
"""
_LOOKS = '<link rel="stylesheet" href="/assets/site.css"><script src="/assets/globals.js"></script>'
_TEXT = (
    "<h1>{title}</h1>"
    + "<p>A paragraph that has been here for years, like those around it.</p>" * 12
)


def tag(address: str, **options: str) -> str:
    """The widget's script tag with options."""
    data = "".join(f' data-{name}="{value}"' for name, value in options.items())
    return f'<script defer src="{address}/widget.js"{data}></script>'


def page(content: str, head: str, title: str = "A page", html: str = 'lang="en"') -> str:
    """A page of the site with its look."""
    return _PAGE.format(content=content, head=f"{_LOOKS}{head}", title=title, html=html)


def bare(content: str, head: str, html: str = 'lang="en"') -> str:
    """A page without any look or script of its own."""
    return _PAGE.format(content=content, head=head, title="A page", html=html)


def build(folder: Path, assistant: str) -> None:
    """Write the site, with the widget on every page."""
    shutil.copytree(ASSETS, folder / "assets")
    contents = {
        "": _TEXT.format(title="Home"),
        "resume": _RESUME_PAGE,
        "about": _TEXT.format(title="About"),
    }
    for path, content in contents.items():
        write(folder, path, page(content, tag(assistant), path.title() or "Home"))


def write(folder: Path, path: str, html: str) -> None:
    """Put a page on the site."""
    (folder / path).mkdir(parents=True, exist_ok=True)
    (folder / path / "index.html").write_text(html, encoding="utf-8")
