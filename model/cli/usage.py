"""Wrong use of the command line in our own sentences, and help in two languages.

click parses and decides what is wrong; what people read about it is written here.
"""

from __future__ import annotations

import re

import click

from model.errors import Issue, Place, shown
from model.text import Language, Text, same

_HEADS = {
    "usage": Text("Gebruik: ", "Usage: "),
    "options": Text("Opties", "Options"),
    "commands": Text("Opdrachten", "Commands"),
    "option": Text("[OPTIES]", "[OPTIONS]"),
    "command": Text("OPDRACHT ...", "COMMAND ..."),
    "required": Text("(verplicht)", "(needed)"),
    "help": Text("Toont deze uitleg.", "Shows this help."),
}


_WRONG: dict[type[click.ClickException], Text] = {
    click.NoSuchOption: Text("onbekende optie {name}", "unknown option {name}"),
    click.MissingParameter: Text("{name} ontbreekt", "{name} is missing"),
    click.BadOptionUsage: Text("optie {name} heeft een waarde nodig", "option {name} needs a value"),
    click.exceptions.NoSuchCommand: Text("onbekende opdracht {name}", "unknown command {name}"),
    click.exceptions.NoArgsIsHelpError: Text("er is geen opdracht genoemd", "no command was named"),
}


# What click tells apart only by its sentence.
_SAID = {
    r"Option '(.+)' does not take a value": Text("optie {0} heeft geen waarde nodig", "option {0} takes no value"),
    r"Got unexpected extra arguments? \((.+)\)": Text("te veel argumenten: {0}", "too many arguments: {0}"),
}


class SpokenCommand(click.Command):
    """A command whose help has headings in the language of its context."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        words = {"[OPTIONS]": _HEADS["option"], "COMMAND [ARGS]...": _HEADS["command"]}
        pieces = [words.get(piece, same(piece)).say(language_of(ctx)) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_HEADS["usage"].say(language_of(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        found = [record for param in options if (record := param.get_help_record(ctx)) is not None]
        needed = _HEADS["required"].say(language_of(ctx))
        records = [(name, text.replace("[required]", needed)) for name, text in found]
        with formatter.section(_HEADS["options"].say(language_of(ctx))):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help, explained in the language of the context."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HEADS["help"].say(language_of(ctx))
        return option


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands whose help has headings in the language of its context, and commands in the order given."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        SpokenCommand.format_options(self, ctx, formatter)
        listed = [(name, self.commands[name].help or "") for name in self.list_commands(ctx)]
        with formatter.section(_HEADS["commands"].say(language_of(ctx))):
            formatter.write_dl(listed)


def language_of(ctx: click.Context) -> Language:
    """Return the language that a context speaks."""
    found = ctx.find_root().obj
    return "en" if found == "en" else "nl"


def usage_issue(error: click.ClickException) -> Issue:
    """Return a mistake in the use of the command line as an issue."""
    ctx = getattr(error, "ctx", None)
    command = ctx.command_path if ctx is not None else "dekking"
    return Issue("gebruik", Place(command), {"found": _sentence(error), "help": f"{command} --help"})


def _sentence(error: click.ClickException) -> Text:
    name, detail = _name(error), str(error.message).rstrip(".")
    for pattern, text in _SAID.items():
        if said := re.match(pattern, detail):
            return Text(text.nl.format(*said.groups()), text.en.format(*said.groups()))
    for kind, text in _WRONG.items():
        if isinstance(error, kind):
            return Text(text.nl.format(name=name), text.en.format(name=name))
    if isinstance(error, click.BadParameter) and isinstance(getattr(error.param, "type", None), click.Choice):
        options = ", ".join(map(str, error.param.type.choices))  # type: ignore[union-attr]
        found = shown(_found(detail))
        nl, en = f"{name} kan niet {found} zijn; verwacht een van", f"{name} cannot be {found}; expected one of"
        return Text(f"{nl} {options}", f"{en} {options}")
    return Text(f"verkeerd gebruik van {name or 'dekking'}", f"wrong use of {name or 'dekking'} ({detail})")


def _found(detail: str) -> str:
    """Return the value that click quotes at the start of its sentence."""
    quoted = re.match(r"(['\"])(.*)\1 is not one of", detail)
    return quoted[2] if quoted else ""


def _name(error: click.ClickException) -> str:
    for attribute in ("option_name", "command_name", "param_hint"):
        if getattr(error, attribute, None):
            return str(getattr(error, attribute))
    param = getattr(error, "param", None)
    if param is None:
        return ""
    return str(param.opts[0]) if isinstance(param, click.Option) else str(param.make_metavar(error.ctx))  # type: ignore[attr-defined]
