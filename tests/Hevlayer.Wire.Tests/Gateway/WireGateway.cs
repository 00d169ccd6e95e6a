using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Hevlayer.Wire.Tests.Gateway;

/// <summary>A server that answers each client by its key, so that all tests can share it, and that keeps what arrived.</summary>
public sealed class WireGateway : IDisposable
{
    internal const string RawTarget = "x-test-raw-target";

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _begun = new(StringComparer.Ordinal);
    private readonly WireMockServer _server;
    private int _exchanges;

    public WireGateway() => _server = WireMockServer.Start(new WireMockServerSettings
    {
        AllowBodyForAllHttpMethods = true,
        PreWireMockMiddlewareInit = app => ((IApplicationBuilder)app).Use(NoteArrival),
    });

    internal WireExchange Answer(WireReply reply)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"key-{Interlocked.Increment(ref _exchanges)}.");
        var mapping = Guid.NewGuid();
        _server.Given(Request.Create().WithHeader("Authorization", $"Bearer {key}"))
            .WithGuid(mapping)
            .RespondWith(Response.Create().WithStatusCode(reply.Status).WithHeader("Content-Type", reply.ContentType).WithBody(reply.Body));
        var begun = _begun[$"Bearer {key}"] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return new WireExchange(_server, mapping, key, begun.Task);
    }

    public void Dispose() => _server.Dispose();

    // Everything behind this point sees a decoded and normalized path, and waits for the whole body.
    private Task NoteArrival(HttpContext context, RequestDelegate next)
    {
        context.Request.Headers[RawTarget] = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (_begun.TryGetValue(context.Request.Headers.Authorization.ToString(), out var begun))
        {
            begun.TrySetResult();
        }

        return next(context);
    }
}
