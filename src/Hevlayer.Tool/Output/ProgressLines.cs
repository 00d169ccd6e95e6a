using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>A line for each step of a redrive.</summary>
internal sealed class ProgressLines(Screen screen) : IProgress<RedriveProgress>
{
    public void Report(RedriveProgress value) =>
        screen.Line($"{Screen.Number(value.Redriven)} put back, {Screen.Number(value.NotFailed)} not failed any more");
}
