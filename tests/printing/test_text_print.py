"""A text as a PDF: whole, on as many pages as it takes, and with no name in what the file says of itself."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from desktop.domain.audit import AuditHead
from desktop.printing.text_print import Paragraph, TextDocument, text_pdf

HEAD = AuditHead(42, "0f" * 32)


def printed(*paragraphs: Paragraph) -> PdfReader:
    document = TextDocument("Audit: Bo", "two of them", paragraphs, "An extract", HEAD)
    return PdfReader(io.BytesIO(text_pdf(document)))


def words(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.usefixtures("qapp")
class TestTextPrint:
    def test_a_page_carries_the_mark_its_number_and_the_trails_head(self) -> None:
        (text,) = words(printed(Paragraph("1 · Read", "first line\nsecond line")))
        for expected in ("Audit: Bo", "1 · Read", "second line", "CONFIDENTIAL", "Page 1 of 1", HEAD.short()):
            assert expected in text

    def test_many_paragraphs_take_many_pages_and_none_is_lost(self) -> None:
        pages = words(printed(*(Paragraph(f"head {n}.", f"body {n}.") for n in range(200))))
        assert len(pages) > 3
        whole = " ".join(pages)
        assert all(f"head {n}. body {n}." in whole for n in range(200))

    def test_a_paragraph_longer_than_a_page_goes_on_over_the_page(self) -> None:
        pages = words(printed(Paragraph("long", "\n".join(f"line {n}." for n in range(300)))))
        assert len(pages) > 3
        whole = " ".join(pages)
        assert all(f"line {n}." in whole for n in range(300))

    def test_the_file_says_nothing_of_the_person(self) -> None:
        reader = printed(Paragraph("x"))
        assert reader.metadata is not None
        assert reader.metadata.title == "An extract"
