using System.Globalization;

namespace Hevlayer.Quickstart;

/// <summary>One run: its options, and where it tells what happens.</summary>
internal sealed class Session
{
    private readonly Surroundings _surroundings;

    private Session(QuickstartOptions options, Surroundings surroundings)
    {
        Options = options;
        _surroundings = surroundings;
        Notes = new(surroundings.Error);
        Skipped = new(Notes);
        Display = surroundings.IsTerminal
            ? new LiveDisplay(surroundings.Out, Progress, Clock)
            : new PlainDisplay(surroundings.Out, Progress, Clock);
    }

    public QuickstartOptions Options { get; }

    public TimeProvider Clock => _surroundings.Clock;

    public RunProgress Progress { get; } = new();

    public Notes Notes { get; }

    public SkippedFiles Skipped { get; }

    public IRunDisplay Display { get; }

    /// <summary>How often an empty queue is asked again.</summary>
    /// <value>A quarter of a second; one second at a gateway that others share.</value>
    public TimeSpan IdlePause => Options.Gateway is null ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromSeconds(1);

    public static Session Start(QuickstartOptions options, Surroundings surroundings) => new(options, surroundings);

    /// <summary>Makes the client of the gateway at an address.</summary>
    /// <param name="address">Address of the gateway.</param>
    public HevlayerClient Connect(Uri address)
    {
        var settings = new HevlayerClientOptions { BaseAddress = address, ApiKey = Options.Key, TimeProvider = Clock };
        if (Options.Gateway is null)
        {
            // Our own gateway answers with the status of this moment, so there is no reason to wait longer.
            settings.Polling = new() { StatusCacheTime = TimeSpan.Zero, StatusInterval = IdlePause, SnapshotInterval = IdlePause };
        }

        return _surroundings.Connections is { } connections ? new(settings, connections) : new(settings);
    }

    /// <summary>Tells how the indexing ended, before the answer.</summary>
    /// <param name="status">The drained queue.</param>
    public void Report(PipelineStatus status)
    {
        var progress = Progress.Read();
        Notes.Flush();
        Display.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"Staged {progress.Passages:N0} passages in {progress.Staged:N0} documents of {progress.Files:N0} files. Pipeline '{status.PipelineId}' is drained: {QueueFigures.Of(status).Indexed:N0} documents indexed, {status.FailedCount:N0} failed."));
    }

    /// <summary>Ends a run that answered its question, but not from everything it was given.</summary>
    /// <param name="status">The drained queue.</param>
    /// <exception cref="Failure">Documents failed, or files could not be read.</exception>
    public void ThrowIfIncomplete(PipelineStatus status)
    {
        if (status.FailedCount > 0)
        {
            var reason = Progress.Read().FirstFailure is { } first ? $" The first: {first}" : string.Empty;
            throw new Failure(ExitCode.Failed, $"{status.FailedCount} documents of pipeline '{status.PipelineId}' are failed.{reason} Run again to stage them again.");
        }

        if (Skipped.UnreadableCount > 0)
        {
            throw new Failure(ExitCode.BadInput, $"{Skipped.UnreadableCount} files or folders could not be read; everything else is indexed. Check their permissions and run again.");
        }
    }
}
