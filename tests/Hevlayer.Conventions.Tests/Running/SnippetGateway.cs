using System.Globalization;
using Hevlayer.Local;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Conventions.Tests;

/// <summary>
/// What the snippets run against: a local gateway on a clock that nothing but the run moves, with stand-ins for what it does
/// not simulate, and a client of both.
/// </summary>
internal sealed class SnippetGateway : IAsyncDisposable
{
    private readonly LocalGateway _gateway;
    private readonly StandIns _standIns;

    public SnippetGateway()
    {
        _gateway = LocalGateway.Create(new() { TimeProvider = Clock });
        _standIns = new StandIns(_gateway.CreateHandler());
        Client = new(new() { BaseAddress = _gateway.BaseAddress, TimeProvider = Clock }, _standIns);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public HevlayerClient Client { get; }

    public Uri Address => _gateway.BaseAddress;

    public HttpMessageHandler Handler => _standIns;

    /// <summary>All requests, also those that made the gateway what it is.</summary>
    public IReadOnlyList<SentRequest> Requests => _standIns.Requests;

    /// <summary>A gateway with the shop's rows.</summary>
    public static async Task<SnippetGateway> WithRowsAsync()
    {
        var gateway = new SnippetGateway();
        await Catalogue.FillAsync(gateway.Client);
        gateway._standIns.Requests.Clear();
        return gateway;
    }

    /// <summary>Sets what a route answers that the gateway does not simulate; of several replies the last one repeats.</summary>
    public SnippetGateway On(string route, params string[] jsons)
    {
        var replies = new Queue<string>(jsons);
        return On(route, _ => Reply.Json(replies.Count > 1 ? replies.Dequeue() : replies.Peek()));
    }

    public SnippetGateway On(string route, Func<SentRequest, HttpResponseMessage?> answer)
    {
        _standIns.On(route, answer);
        return this;
    }

    /// <summary>The only request to a route.</summary>
    public SentRequest RequestTo(string route) => Assert.Single(RequestsTo(route));

    public IReadOnlyList<SentRequest> RequestsTo(string route) =>
        [.. Requests.Where(request => $"{request.Method} {request.Path}" == route)];

    /// <summary>Runs a snippet while the clock runs, and gives the lines that it printed.</summary>
    public Task<IReadOnlyList<string>> RunAsync(Func<HevlayerClient, Task> snippet) => Clock.RunAsync(() => PrintedAsync(snippet));

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private Task<IReadOnlyList<string>> PrintedAsync(Func<HevlayerClient, Task> snippet)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return Printed.LinesOfAsync(() => snippet(Client));
    }
}
