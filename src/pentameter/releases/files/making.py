"""All files of a version in the order in which they are offered."""

from pentameter.releases.files.csvs import csv_metadata, csvs
from pentameter.releases.files.package import archive, datapackage
from pentameter.releases.files.page import page
from pentameter.releases.files.workbook import workbook
from pentameter.releases.shelf.content import Content
from pentameter.releases.shelf.files import File

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def files_of(content: Content, digest: str) -> tuple[File, ...]:
    """HTML, workbook, CSV with its metadata, data package, and all of the data in one archive."""
    name = f"{content.slug}-v{content.number}"
    tables = csvs(content)
    metadata = csv_metadata(content, tables)
    package = datapackage(content, digest, tables)
    return (
        File(f"{name}.html", "The release as one accessible page", "text/html; charset=utf-8", page(content, digest)),
        File(f"{name}.xlsx", "Workbook with a sheet for each table", XLSX, workbook(content, digest)),
        *tables,
        metadata,
        package,
        File(
            f"{name}.zip",
            "All tables as CSV with their descriptions",
            "application/zip",
            archive((*tables, metadata, package)),
        ),
    )
