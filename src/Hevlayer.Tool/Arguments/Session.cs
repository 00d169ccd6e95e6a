namespace Hevlayer.Tool;

/// <summary>One command at work: the gateway, and where its answer goes.</summary>
internal sealed class Session(HevlayerClient client, Surroundings surroundings, Screen screen, string? pipeline) : IAsyncDisposable
{
    public HevlayerClient Client => client;

    public Surroundings Surroundings => surroundings;

    public Screen Screen => screen;

    /// <summary>The pipeline that was named; null for none.</summary>
    public string? NamedPipeline => pipeline;

    /// <summary>The pipeline.</summary>
    /// <exception cref="Failure">None was named.</exception>
    public string Pipeline => pipeline ?? throw new Failure(ExitCode.BadUsage, "No pipeline is named. Set HEVLAYER_PIPELINE_ID, or give its id with --pipeline.");

    public ValueTask DisposeAsync() => client.DisposeAsync();
}
