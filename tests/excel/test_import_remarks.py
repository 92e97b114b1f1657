"""Comments that reviewers put at cells are told; those that were handed out are not, whoever saved them again."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from excel.moving import insert_rows
from excel.terugkomst import Edit, put, small
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from model.cli.terug import told as printed
from model.errors import InputError
from model.io.excel.book import Comment as Read
from model.io.excel.limits import LIMITS, PATIENT
from model.io.excel.own import read_own
from model.io.excel.reader import read_book
from model.io.excel.recalculate import recalculated
from model.io.excel.returned.imported import imported
from model.io.excel.returned.remarks import said_in

pytestmark = pytest.mark.usefixtures("_read_here")

PLACE = "bedrag", "portaal-beheer"
THREAD = (
    "[Opmerkingenthread]\n\nU kunt deze opmerkingenthread lezen in uw versie van Excel. Wijzigingen gaan verloren."
    " Meer informatie: https://go.microsoft.com/fwlink/?linkid=870924\n\nOpmerking:\n    Is dit wel zo?\n"
    "Beantwoorden:\n    Ja."
)


def noted(text: str, author: str = "Jan", column: str | int = 2027, page: str = "Invoer", *words: str) -> Edit:
    """Put a comment at a cell, in place of the one that is there."""

    def edit(book: Workbook) -> None:
        book[page].cell(*small().at(page, column, *(words or PLACE))).comment = Comment(text, author)

    return edit


def told(path: Path) -> list[str]:
    result = imported(path, small().data)
    assert not result.findings.refused
    return [issue.say("nl").partition(" · ")[2] for issue in result.findings.noticed if "opmerk" in issue.code]


def test_comments_are_told_whoever_saved_the_workbook_last(tmp_path: Path) -> None:
    edits = [
        noted("Jan:\nte hoog?\n\nGraag nakijken."),
        noted(THREAD, "tc={2B}", 2028),
        noted("mooi", "", 2028, "Kerncijfers", "dekking"),
        put(5, 2029, *PLACE),
    ]
    with small().edited(*edits) as path:
        for saved in (path, recalculated(path, tmp_path)):
            found = told(saved)
            assert len(found) == 3, found
            assert "2027: bij deze cel staat een opmerking" in found[0]
            assert "te hoog? Graag nakijken.'; zij gaat niet mee" in found[0]
            assert "een opmerking: 'Is dit wel zo? Beantwoorden: Ja.'" in found[1]
            assert "een opmerking: 'mooi'" in found[2]
    with small().edited(*edits) as path:
        assert "een opmerking van 'Jan': 'te hoog?" in told(path)[0]


def test_comments_of_a_sheet_with_links_to_elsewhere() -> None:
    def edit(book: Workbook) -> None:
        book["Invoer"]["A20"].hyperlink = "https://www.rijksfinancien.nl/"

    with small().edited(noted("klopt", ""), edit) as path:
        assert len(told(path)) == 1


def test_what_is_added_to_a_comment_of_ours_is_told_without_ours() -> None:
    with small().edited(noted("aanname (extrapolatie)\r\n  en dus onzeker", "Dekking")) as path:
        (sentence,) = told(path)
    assert "een opmerking: '… en dus onzeker'" in sentence


def test_comments_that_were_handed_out_are_not_told_where_they_went(tmp_path: Path) -> None:
    book = load_workbook(small().path)
    cell = book["Invoer"].cell(*small().at("Invoer", 2027, *PLACE))
    first = book["Invoer"].cell(*small().at("Invoer", 2024, *PLACE))
    first.comment, cell.comment = None, Comment(f"{first.comment.text}\n", "Iemand")  # type: ignore[union-attr]
    insert_rows(book, "Invoer", 5)
    book.save(tmp_path / "terug.xlsx")
    assert told(tmp_path / "terug.xlsx") == []


def test_comments_that_were_handed_out_are_not_told_where_their_cell_lost_its_name() -> None:
    def edit(book: Workbook) -> None:
        for column in range(1, 40):
            book["Invoer"].cell(19, column).value = None

    with small().edited(edit) as path:
        result = imported(path, small().data)
    assert result.findings.refused
    assert not [issue.say("nl") for issue in result.findings.noticed if "opmerking-bij-cel" in issue.code]


def test_of_a_refused_workbook_few_remarks_are_printed() -> None:
    def edit(book: Workbook) -> None:
        for row in range(1, 31):
            book["Leeswijzer"].cell(row, 9).comment = Comment(f"vraag {row}", "Jan")

    with small().edited(edit, put("veel", 2027, *PLACE)) as path:
        said = printed(imported(path, small().data), "nl")
    assert said.count("Leeswijzer!") == 10
    assert "• en nog 20 bevindingen" in said


def test_who_speak_in_a_conversation(tmp_path: Path) -> None:
    remarks = b'<threadedComment ref="G20" personId="{P}" id="{1}"/>' + b"".join(
        b'<threadedComment ref="G20" personId="%b" id="{2}" parentId="{1}"/>' % person for person in (b"{Q}", b"{P}")
    )
    people = b'<person displayName="An Bos" id="{P}"/><person displayName="Wim" id="{Q}"/>'
    space = b'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'
    related = b'<Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"'
    related += b' Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    parts = {"threadedComments/threadedComment1": b"<ThreadedComments %b>%b</ThreadedComments>" % (space, remarks)}
    parts["persons/person"] = b"<personList %b>%b</personList>" % (space, people)
    target = tmp_path / "terug.xlsx"
    with (
        small().edited(noted(THREAD, "tc={1}")) as path,
        zipfile.ZipFile(path) as old,
        zipfile.ZipFile(target, "w") as new,
    ):
        for name in old.namelist():
            raw, ours = old.read(name), name == "xl/worksheets/_rels/sheet2.xml.rels"
            new.writestr(name, raw.replace(b"</Relationships>", related) if ours else raw)
        for name, raw in parts.items():
            new.writestr(f"xl/{name}.xml", raw)
    (sentence,) = told(tmp_path / "terug.xlsx")
    assert "een opmerking van 'An Bos, Wim': 'Is dit wel zo? Beantwoorden: Ja.'" in sentence


def test_many_comments_are_counted() -> None:
    def edit(book: Workbook) -> None:
        sheet = book.create_sheet("Vragen")
        for row in range(1, 61):
            sheet.cell(row, 2).comment = Comment(f"vraag {row}", "Jan")

    with small().edited(edit) as path:
        notices = imported(path, small().data).findings.noticed
    assert len(notices) == 41
    said = "Vragen!B1: at this cell there is a comment by 'Jan': 'vraag 1'; it is not taken over into the scenario"
    assert notices[0].say("en") == f"terug.xlsx, {said}"
    assert "bij nog 20 cellen staat een opmerking" in notices[-1].say("nl")
    assert "Vragen!B41, Vragen!B42" in notices[-1].say("nl")


@pytest.mark.parametrize(
    ("comment", "text"),
    [
        (Read((1, 1), "Jan:\nwaarom?", "Jan"), "waarom?"),
        (Read((1, 1), "Dekking:\nwaarom?", " "), "waarom?"),
        (Read((1, 1), "[sic] geen thread"), "[sic] geen thread"),
        (Read((1, 1), THREAD, " "), "Is dit wel zo? Beantwoorden: Ja."),
        (Read((1, 1), " \n "), ""),
    ],
)
def test_text_of_a_comment(comment: Read, text: str) -> None:
    assert said_in(comment) == text


def hostile(path: Path, comments: bytes) -> Path:
    """Write the small workbook with another part of comments."""
    with zipfile.ZipFile(small().path) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, comments if name == "xl/comments1.xml" else old.read(name))
    return path


AT_EASE = replace(LIMITS, wall=60)  # what a file asks is looked at here, not how busy the machine is
HEAD = b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        (b"<commentList>" + b'<comment ref="A1"/>' * 300_000 + b"</commentList>", "werkmap-te-veel-cellen"),
        (b'<comment ref="A1"><text><t>' + b"x" * 40_000 + b"</t></text></comment>", "werkmap-onleesbaar"),
        (b'<comment ref="A1"><text><t>' + b"x" * 11_000_000 + b"</t></text></comment>", "werkmap-te-groot-uitgepakt"),
        (b'<comment ref="nergens"/>', "werkmap-onleesbaar"),
        (b"<comment>", "werkmap-onleesbaar"),
    ],
)
def test_comments_ask_no_more_than_cells(inner: bytes, code: str, tmp_path: Path) -> None:
    path = hostile(tmp_path / "terug.xlsx", HEAD + inner + b"</comments>")
    with pytest.raises(InputError) as caught:
        read_book(path, limits=AT_EASE, comments=True)
    assert [issue.code for issue in caught.value.issues] == [code]


def test_comments_are_read_only_where_they_are_asked_for(tmp_path: Path) -> None:
    path = hostile(tmp_path / "terug.xlsx", HEAD + b'<comment ref="nergens"/></comments>')
    assert not any(sheet.comments for sheet in read_own(path).sheets)
    (first, *_) = [comment for sheet in read_own(small().path, comments=True).sheets for comment in sheet.comments]
    assert (first.text, first.author) == ("aanname · x", "Dekking")
    assert read_book(small().path, limits=PATIENT, comments=True).sheet("invoer")
