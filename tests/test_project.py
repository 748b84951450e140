"""What holds for the project as a whole: its dependencies, its README, its settings."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from assistant.settings import PREFIX, Settings
from ingest.embeddings import DEFAULT_MODEL

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = PROJECT["optional-dependencies"]
DEVELOPMENT = [Requirement(line) for line in EXTRAS["dev"]]
PROVIDERS = [Requirement(line) for name in EXTRAS if name != "dev" for line in EXTRAS[name]]

#: Below these versions there are known holes.
FLOORS = {"gradio": "6.25", "langchain-core": "1.3.3", "python-multipart": "0.0.27"}


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_no_version_with_a_known_hole_is_allowed_or_pinned(name: str, floor: str) -> None:
    (requirement,) = (each for each in RUNTIME if each.name == name)
    lowest = [Version(part.version) for part in requirement.specifier if part.operator == ">="]
    assert lowest
    assert min(lowest) >= Version(floor)
    assert Version(pins()[name]) >= Version(floor)


def test_everything_that_is_installed_for_us_is_pinned() -> None:
    def below(requirement: Requirement, seen: set[str]) -> Iterator[str]:
        name = canonicalize_name(requirement.name)
        if name in seen:
            return
        seen.add(name)
        yield name
        for line in metadata.requires(name) or ():
            needed = Requirement(line)
            extras = requirement.extras or {""}
            if needed.marker is None or any(needed.marker.evaluate({"extra": e}) for e in extras):
                yield from below(needed, seen)

    seen: set[str] = set()
    installed = [name for each in RUNTIME + DEVELOPMENT for name in below(each, seen)]
    assert len(installed) > 100
    assert [name for name in installed if name not in pins()] == []


def test_the_pins_fit_what_the_project_asks_for() -> None:
    for requirement in RUNTIME + DEVELOPMENT + PROVIDERS:
        assert requirement.specifier.contains(pins()[canonicalize_name(requirement.name)])


def runtime_imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                continue
            case ast.Import(names=names):
                yield from (name.name.partition(".")[0] for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
        yield from runtime_imports(node)


def test_whatever_is_imported_is_a_dependency_of_ours_by_name() -> None:
    ours = {"ingest", "assistant", "ui"}
    declared = {canonicalize_name(each.name) for each in RUNTIME + DEVELOPMENT}
    homes = metadata.packages_distributions()
    for file in (path for folder in ours for path in (ROOT / folder).rglob("*.py")):
        for module in runtime_imports(ast.parse(file.read_text(encoding="utf-8"))):
            if module not in ours | sys.stdlib_module_names:
                assert declared & {canonicalize_name(home) for home in homes[module]}, (
                    f"{file.relative_to(ROOT)} imports {module}"
                )


def test_the_readme_says_why_each_dependency_is_there() -> None:
    for requirement in RUNTIME + DEVELOPMENT + PROVIDERS:
        assert re.search(rf"^- `{re.escape(requirement.name)}`.*: \w", README, re.MULTILINE), (
            f"the README has no line for {requirement.name}"
        )


def test_the_readme_names_every_setting_with_its_default_and_meaning() -> None:
    rows = re.findall(rf"^\| `({PREFIX}\w+)` \| (.*?) \| (.*?) \|$", README, re.MULTILINE)
    expected = []
    for name, field in Settings.model_fields.items():
        default = field.get_default(call_default_factory=True)
        if isinstance(default, Path):
            default = default.relative_to(ROOT).as_posix()
        shown = "" if default in (None, ()) else f"`{str(default).lower()}`"
        if isinstance(default, str):
            shown = f"`{default}`"
        expected.append((f"{PREFIX}{name.upper()}", shown, field.description))
    assert rows == expected


def test_the_default_model_is_the_packaged_one() -> None:
    assert Settings.model_fields["embedding_model"].default == DEFAULT_MODEL


def test_every_make_target_in_the_readme_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"`make (\w+)|^make (\w+)", README, re.MULTILINE))
    named = {target for pair in targets for target in pair if target}
    assert {"run", "test", "bench", "constraints"} <= named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"make {target}"
