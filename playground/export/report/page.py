"""The page of a report: how it looks on a screen and on paper."""

from typing import Final

PAGE: Final = """<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light; }
body { margin: 0; word-break: keep-all; background: $sunken; color: $text;
  font: 15px/1.55 system-ui, "Noto Sans", "Noto Sans KR", sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 32px 24px; }
h1 { margin: 0; font-size: 26px; overflow-wrap: anywhere; }
h2 { margin: 0 0 8px; font-size: 16px; }
p, footer { margin: 0 0 16px; color: $muted; }
.verdict { margin-bottom: 4px; color: $text; font-weight: 600; }
section { margin: 0 0 16px; padding: 16px; background: $surface; border: 1px solid $border; border-radius: 8px; }
section > div { overflow-x: auto; }
.picture { display: block; max-width: 100%; height: auto; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 13px; }
table + table { margin-top: 24px; }
th { color: $muted; font-weight: 500; text-align: left; vertical-align: bottom; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid $border; }
th:last-child, td:last-child { padding-right: 0; }
tr:last-child td { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number, td.word { white-space: nowrap; }
.number:first-child, .word { width: 1px; padding-right: 16px; white-space: nowrap; }
.word { font-weight: 600; }
td.setting { overflow-wrap: anywhere; }
.setting div { min-width: 3.5em; }
td.name { font-weight: 600; overflow-wrap: anywhere; }
.name { position: sticky; left: 0; background: $surface; }
.name div { min-width: 11em; }
.name img { vertical-align: -3px; }
dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: 4px 16px; margin: 0; font-size: 13px; }
dt { color: $muted; }
dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 0; padding-left: 20px; }
a { color: $accent; }
summary { font-weight: 600; cursor: pointer; }
details p { margin: 12px 0; }
pre { margin: 0; font-size: 11px; line-height: 1.4; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  main { padding: 16px 8px; }
  section { padding: 12px; }
  .picture { max-width: none; width: 620px; }
  .name div { min-width: 9em; }
}
@page { margin: 14mm; }
@media print {
  body { background: none; font-size: 11px; }
  main { max-width: none; padding: 0; }
  section { border: 0; padding: 0; border-radius: 0; }
  section > div { overflow: visible; }
  h2 { break-after: avoid; }
  .picture, tr, dl { break-inside: avoid; }
  .picture { max-width: 100%; width: auto; max-height: 240mm; }
  table, dl { font-size: 10px; }
  th, td { padding: 3px 8px 3px 0; }
  .name { position: static; }
  .file { display: none; }
}
</style>
</head>
<body>
<main>
<h1>$title</h1>
<p>$summary</p>
$sections
<footer>$versions</footer>
</main>
</body>
</html>
"""
