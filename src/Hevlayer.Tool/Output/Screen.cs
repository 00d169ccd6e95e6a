using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace Hevlayer.Tool;

/// <summary>Shows answers: tables and sentences for people, JSON for programs.</summary>
internal sealed class Screen(Surroundings surroundings, bool isJson)
{
    private const int PlainWidth = 160;

    private readonly IAnsiConsole _console = Console(surroundings);

    public bool IsJson => isJson;

    public void Line(string text) => surroundings.Out.WriteLine(text);

    public void Json<T>(T value, JsonTypeInfo<T> type) => surroundings.Out.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>Shows rows under their headings; texts are taken as they are.</summary>
    public void Table(string[] headings, IEnumerable<string[]> rows) => _console.Write(TableOf(headings, rows));

    /// <summary>Shows a table that is redrawn while work continues.</summary>
    public Task LiveAsync(Func<Action<Table>, Task> work) => _console.Live(new Table()).StartAsync(live => work(live.UpdateTarget));

    public static Table TableOf(string[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns([.. headings.Select(static heading => new TableColumn(heading.EscapeMarkup()))]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(static cell => cell.EscapeMarkup())]);
        }

        return table;
    }

    public static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    public static string Price(decimal price) => price.ToString("#,0.######", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset? time) => time is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "";

    private static IAnsiConsole Console(Surroundings surroundings)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(surroundings.Out),
            Ansi = surroundings.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        if (!surroundings.IsTerminal)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
