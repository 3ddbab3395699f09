"""The form of the report as Flask-WTF knows it."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import Form

from portal.report.answers import build_form
from portal.web.languages import month_names


class _PublicForm(FlaskForm):
    class Meta(FlaskForm.Meta):
        # A token without a cookie protects nothing. Posts of other sites are refused in `web.protections`.
        csrf = False

        def get_translations(self, _form: Form) -> None:
            """Every message of the form is our own."""


_ReportForm = build_form(_PublicForm, month_names())


def new_form(formdata: Any) -> Form:
    """The form with what was typed; blank when `formdata` is None."""
    return _ReportForm(formdata=formdata)
