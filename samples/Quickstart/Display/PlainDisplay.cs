using System.Globalization;

namespace Hevlayer.Quickstart;

/// <summary>Plain lines, for a file or a pipe.</summary>
internal sealed class PlainDisplay(TextWriter output, RunProgress progress, TimeProvider clock) : IRunDisplay
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly RateMeter _rate = new(clock);

    /// <inheritdoc />
    public async Task<T> WhileAsync<T>(Func<Task<T>> work)
    {
        var running = work();
        while (await Task.WhenAny(running, Task.Delay(Pause, clock)) != running)
        {
            Show(progress.Read());
        }

        Show(progress.Read());
        return await running;
    }

    /// <inheritdoc />
    public void Line(string text) => output.WriteLine(text);

    /// <inheritdoc />
    public void Answer(string question, IReadOnlyList<Passage> passages)
    {
        output.WriteLine();
        output.WriteLine($"Question: {question}");
        foreach (var (index, passage) in passages.Index())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {passage.Score:0.000}  {passage.Path}"));
            output.WriteLine($"   {passage.Text}");
        }

        if (passages.Count == 0)
        {
            output.WriteLine("No passages found.");
        }
    }

    private void Show(ProgressSnapshot now) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{now.Phase}: {now.Files} files, {now.Staged} documents staged, {now.Indexed} indexed by this run; queue: pending {now.Queue?.Pending ?? 0}, embedding {now.Queue?.Processing ?? 0}, indexed {now.Queue?.Indexed ?? 0}, failed {now.Queue?.Failed ?? 0}; {_rate.Next(now.Indexed):0.0} documents/s"));
}
