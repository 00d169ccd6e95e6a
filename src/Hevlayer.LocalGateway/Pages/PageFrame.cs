namespace Hevlayer.Local;

/// <summary>What is the same on each page.</summary>
internal static class PageFrame
{
    private static readonly string[] Sections = ["pipelines", "failed", "workers", "namespaces", "functions", "requests", "faults", "clock", "state"];

    public static Html Around(string title, string section, Html content) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Show.Cut(title)} · local gateway</title>
        <link rel="icon" href="{PageAddresses.Icon}" type="image/svg+xml">
        <link rel="stylesheet" href="{PageAddresses.Style}">
        <script src="{PageAddresses.Script}" defer></script>
        </head>
        <body>
        <header><a class="home" href="{PageAddresses.Home}"><img src="{PageAddresses.Icon}" alt="" width="20" height="20"> local gateway</a><nav aria-label="Pages">{Sections.Select(name => Tab(name, section))}</nav></header>
        <main>
        <h1>{Show.Text(title)}</h1>
        {content}
        </main>
        </body>
        </html>

        """);

    private static Html Tab(string name, string section) =>
        Html.Of($"<a href=\"{PageAddresses.Of(name)}\"{(name == section ? new Html(" aria-current=\"page\"") : Html.None)}>{name}</a>");
}
