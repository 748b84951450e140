"""A resume as RenderCV's YAML (https://docs.rendercv.com): `cv` with sections of typed entries."""

from __future__ import annotations

from typing import Any

import yaml

Record = dict[str, Any]


def to_yaml(resume: Record) -> bytes:
    """The resume in the schema of RenderCV, with a `design` that is no content."""
    basics = resume["basics"]
    cv: Record = {
        "name": basics["name"],
        "headline": basics["label"],
        "location": ", ".join(basics["location"].values()),
        "email": basics["email"],
        "phone": basics["phone"],
    }
    if "url" in basics:
        cv["website"] = basics["url"]
    if "profiles" in basics:
        cv["social_networks"] = [
            {"network": one["network"], "username": one["username"]} for one in basics["profiles"]
        ]
    sections: Record = {}
    if "summary" in basics:
        sections["summary"] = [basics["summary"]]
    for kind, write in _WRITERS.items():
        if kind in resume:
            sections[_TITLES.get(kind, kind)] = [write(one) for one in resume[kind]]
    cv["sections"] = sections
    written = yaml.safe_dump(
        {"cv": cv, "design": {"theme": "classic", "page": {"size": "a4"}}},
        sort_keys=False, allow_unicode=True, width=100,
    )  # fmt: skip
    return str(written).encode()


_TITLES = {"work": "experience"}


def _dates(one: Record) -> Record:
    if "startDate" not in one:
        return {"date": one["endDate"]} if "endDate" in one else {}
    return {"start_date": one["startDate"], "end_date": one.get("endDate", "present")}


def _held(**fields: Any) -> Record:
    return {name: value for name, value in fields.items() if value}


def _job(one: Record) -> Record:
    return _held(
        company=one.get("name") or one.get("organization"),
        position=one["position"],
        location=one.get("location"),
        **_dates(one),
        summary=one.get("summary"),
        highlights=one.get("highlights"),
    )


def _study(one: Record) -> Record:
    return _held(
        institution=one["institution"],
        area=one.get("area"),
        degree=one["studyType"],
        location=one.get("location"),
        **_dates(one),
        highlights=[one["score"]] if "score" in one else None,
    )


def _project(one: Record) -> Record:
    tools = [f"Technologies: {', '.join(one['keywords'])}"] if "keywords" in one else []
    return _held(
        name=one["name"],
        **_dates(one),
        summary=one["description"],
        highlights=[*one["highlights"], *tools],
    )


def _thing(one: Record) -> Record:
    return _held(
        name=one.get("title") or one["name"],
        date=one["date"],
        issuer=one.get("awarder") or one["issuer"],
    )


def _publication(one: Record) -> Record:
    return _held(title=one["name"], authors=[], date=one["releaseDate"], journal=one["publisher"])


def _skill(one: Record) -> Record | str:
    if "keywords" not in one:
        return str(one["name"])
    return {"label": one["name"], "details": ", ".join(one["keywords"])}


_WRITERS = {
    "work": _job, "volunteer": _job, "education": _study, "projects": _project,
    "awards": _thing, "certificates": _thing, "publications": _publication, "skills": _skill,
    "languages": lambda one: {"label": one["language"], "details": one["fluency"]},
    "interests": _skill,
    "references": lambda one: {"label": one["name"], "details": one["reference"]},
}  # fmt: skip
