"""The route that shows a page of the resume's PDF as a picture."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response

from ui.addresses import visitor_address
from ui.desk import Desk
from ui.limits import Rates
from ui.openapi import problems_of
from ui.pictures import PictureError, Pictures

_YEAR = 31_536_000
#: An address without the file's version may show another file after so many seconds.
_SHORT = 300
_PNG = {"schema": {"type": "string", "contentMediaType": "image/png"}}
#: Taken as it is written: whatever is not the number of a page is not found.
_COUNTED = {"type": "integer", "minimum": 1}
_KEPT = {"ETag": {"description": "What the picture is known by.", "schema": {"type": "string"}}}


def picture_router(desk: Desk) -> APIRouter:
    """The route, over the desk's resume. Pictures are counted by themselves, not as questions."""
    router = APIRouter()
    pictures = Pictures(desk.settings, desk.resume)
    rates = Rates(desk.settings, "pictures")

    @router.get(
        "/api/resume/pages/{page}.png",
        response_class=Response,
        responses={
            200: {"description": "The page.", "content": {"image/png": _PNG}, "headers": _KEPT},
            304: {"description": "It is the one that was named.", "headers": _KEPT},
            **problems_of(404, 422, 429, 503),
        },
    )
    async def picture(
        request: Request,
        page: Annotated[str, Path(description="from 1", json_schema_extra=_COUNTED)],
        file: Annotated[int, Query(ge=1, description="which of several files, from 1")] = 1,
        v: Annotated[
            str, Query(description="the version that `/api/resume` gives; may be kept for good")
        ] = "",
    ) -> Response:
        """A page of a PDF as it is printed, as a PNG. `/api/resume` lists those that there are."""
        await rates.take(visitor_address(request.scope, desk.settings))
        found = pictures.page(file, page)
        if found is None:
            raise HTTPException(404, "The resume has no such page.")
        etag = f'"{found.version}-{file}-{page}"'
        age = f"max-age={_YEAR}, immutable" if v == found.version else f"max-age={_SHORT}"
        # Private: what is on it is for whoever asks, and not for proxies to keep.
        headers = {"cache-control": f"private, {age}", "etag": etag}
        asked = request.headers.get("if-none-match", "").replace("W/", "")
        if etag in (each.strip() for each in asked.split(",")):
            return Response(status_code=304, headers=headers)
        try:
            painted = await pictures.picture(found)
        except PictureError as error:
            raise HTTPException(503, str(error)) from None
        return Response(painted, headers=headers, media_type="image/png")

    return router
