using System.Globalization;
using Spectre.Console;

namespace Hevlayer.Quickstart;

/// <summary>A table that redraws itself, for a terminal.</summary>
internal sealed class LiveDisplay(TextWriter output, RunProgress progress, TimeProvider clock) : IRunDisplay
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
    private readonly RateMeter _rate = new(clock);

    /// <inheritdoc />
    public async Task<T> WhileAsync<T>(Func<Task<T>> work)
    {
        var running = work();
        await _console.Live(View(progress.Read())).StartAsync(async live =>
        {
            while (await Task.WhenAny(running, Task.Delay(Pause, clock)) != running)
            {
                live.UpdateTarget(View(progress.Read()));
            }

            live.UpdateTarget(View(progress.Read()));
        });
        return await running;
    }

    /// <inheritdoc />
    public void Line(string text) => _console.WriteLine(text);

    /// <inheritdoc />
    public void Answer(string question, IReadOnlyList<Passage> passages)
    {
        _console.WriteLine();
        _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{question}[/]");
        foreach (var passage in passages)
        {
            _console.WriteLine();
            _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]{passage.Score:0.000}[/]  [blue]{passage.Path}[/]");
            _console.Write(new Padder(new Text(passage.Text), new Padding(7, 0, 0, 0)));
        }

        if (passages.Count == 0)
        {
            _console.WriteLine("No passages found.");
        }
    }

    private Rows View(ProgressSnapshot now)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("pending", "embedding", "indexed", "failed", "documents/s");
        table.AddRow(
            Number(now.Queue?.Pending),
            Number(now.Queue?.Processing),
            Number(now.Queue?.Indexed),
            Number(now.Queue?.Failed),
            _rate.Next(now.Indexed).ToString("N1", CultureInfo.InvariantCulture));
        var headline = string.Create(
            CultureInfo.InvariantCulture,
            $"{now.Phase}: {now.Files:N0} files, {now.Staged:N0} documents staged, {now.Indexed:N0} indexed by this run");
        return new(new Text(headline), table);
    }

    private static string Number(long? value) => (value ?? 0).ToString("N0", CultureInfo.InvariantCulture);
}
