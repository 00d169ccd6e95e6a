using System.Globalization;
using Spectre.Console;

namespace Hevlayer.Quickstart;

/// <summary>Shows a run to its user: a line that redraws itself on a terminal, plain lines in a file or a pipe.</summary>
internal sealed class RunDisplay(Surroundings surroundings, RunProgress progress)
{
    private static readonly TimeSpan PlainPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LivePause = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole _console = AnsiConsole.Create(new()
    {
        Out = new AnsiConsoleOutput(surroundings.Out),
        Ansi = surroundings.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
    });

    private readonly long _started = surroundings.Clock.GetTimestamp();

    /// <summary>Shows the progress for as long as some work lasts.</summary>
    public async Task<T> WhileAsync<T>(Func<Task<T>> work)
    {
        var running = work();
        if (surroundings.IsTerminal)
        {
            await _console.Live(Table()).StartAsync(live => UntilEndAsync(running, LivePause, () => live.UpdateTarget(Table())));
        }
        else
        {
            await UntilEndAsync(running, PlainPause, () => Line(Sentence()));
        }

        return await running;
    }

    /// <summary>Shows one line.</summary>
    public void Line(string text) => surroundings.Out.WriteLine(text);

    /// <summary>Shows the passages that answer a question, best first.</summary>
    public void Answer(string question, IReadOnlyList<Passage> passages)
    {
        Line(string.Empty);
        Line($"Question: {question}");
        foreach (var (index, passage) in passages.Index())
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {passage.Score:0.000}  {passage.Path}"));
            Line($"   {passage.Text}");
        }

        if (passages.Count == 0)
        {
            Line("No passages found.");
        }
    }

    private async Task UntilEndAsync(Task work, TimeSpan pause, Action show)
    {
        while (await Task.WhenAny(work, Task.Delay(pause, surroundings.Clock)) != work)
        {
            show();
        }

        show();
    }

    private string Sentence() => string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.Phase}: {progress.Files} files, {progress.Staged} documents staged, {progress.Worker.Completed} indexed by this run; queue: pending {progress.Queue?.Pending ?? 0}, embedding {progress.Queue?.Processing ?? 0}, indexed {progress.Queue?.Indexed ?? 0}, failed {progress.Queue?.Failed ?? 0}; {Rate():0.0} documents/s");

    private Table Table()
    {
        var table = new Table { Border = TableBorder.Rounded, Title = new(progress.Phase.EscapeMarkup()) };
        table.AddColumns("files", "staged", "pending", "embedding", "indexed", "failed", "documents/s");
        long?[] figures = [progress.Files, progress.Staged, progress.Queue?.Pending, progress.Queue?.Processing, progress.Queue?.Indexed ?? progress.Worker.Completed, progress.Queue?.Failed];
        return table.AddRow([.. figures.Select(figure => figure?.ToString("N0", CultureInfo.InvariantCulture) ?? "-"), Rate().ToString("N1", CultureInfo.InvariantCulture)]);
    }

    private double Rate() =>
        surroundings.Clock.GetElapsedTime(_started).TotalSeconds is > 0 and var seconds ? progress.Worker.Completed / seconds : 0;
}
