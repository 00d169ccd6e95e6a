using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Hevlayer.Tests;

/// <summary>An HTTP server that answers what the test told it to; one for all tests of a class.</summary>
public sealed class Gateway : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();

    public Uri Address => new(_server.Url!);

    /// <summary>Requests since the last <see cref="Reset"/>, oldest first.</summary>
    internal IReadOnlyList<SentRequest> Requests =>
    [
        .. _server.LogEntries.Select(entry => entry.RequestMessage!).OrderBy(request => request.DateTime).Select(request => new SentRequest(
            request.Method,
            new Uri(request.AbsoluteUrl).PathAndQuery,
            request.Headers!.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            request.Body ?? string.Empty)),
    ];

    public void Reset() => _server.Reset();

    public void Answer(string method, string path, string json, int status = 200) =>
        _server.Given(Request.Create().UsingMethod(method).WithPath(path))
            .RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(json));

    public void Dispose() => _server.Dispose();
}
