using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hevlayer.Indexer.Tests;

/// <summary>The app as a process of its own, and its routes.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    private static readonly KeyValuePair<string, string>[] Haste =
    [
        new("IndexRuns__QueuePollInterval", "00:00:00.2"),
        new("IndexRuns__QueueSettleTime", "00:00:00"),
        new("Hevlayer__Polling__StatusInterval", "00:00:00.2"),
        new("Hevlayer__Polling__SnapshotInterval", "00:00:00.2"),
    ];

    private RunningApp(RunningProgram program, Uri address)
    {
        Program = program;
        Http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public RunningProgram Program { get; }

    public HttpClient Http { get; }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<RunningApp> StartAsync(IEnumerable<KeyValuePair<string, string>> variables, CancellationToken cancellationToken)
    {
        var program = Start(variables);
        return new(program, new(await program.ReadAsync(ListensOn(), cancellationToken)));
    }

    /// <summary>Starts it, and does not wait until it listens.</summary>
    public static RunningProgram Start(IEnumerable<KeyValuePair<string, string>> variables) => RunningProgram.Start(
        "app",
        Repository.Program("samples/Indexer/App", "Hevlayer.Indexer.App"),
        ["--urls", "http://127.0.0.1:0"],
        [.. Haste, .. variables]);

    /// <summary>Starts a run.</summary>
    /// <param name="documents">Id and text of each document.</param>
    /// <param name="preference">What the caller prefers; null to wait for the end of the run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<HttpResponseMessage> PostAsync(IEnumerable<KeyValuePair<string, string>> documents, string? preference, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/index-runs")
        {
            Content = JsonContent.Create(documents.Select(static document => new { id = document.Key, text = document.Value })),
        };
        if (preference is not null)
        {
            request.Headers.Add("Prefer", preference);
        }

        return await Http.SendAsync(request, cancellationToken);
    }

    /// <summary>Starts a run and waits for its end.</summary>
    public async Task<JsonElement> RunAsync(IEnumerable<KeyValuePair<string, string>> documents, CancellationToken cancellationToken)
    {
        using var reply = await PostAsync(documents, preference: null, cancellationToken);
        return await reply.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Program.DisposeAsync();
    }

    [GeneratedRegex(@"listening on: (\S+)")]
    private static partial Regex ListensOn();
}
