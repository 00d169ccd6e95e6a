using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Local;

/// <summary>Serves a gateway over HTTP.</summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    // Room for the page of an id of 10,000 characters of any kind.
    private const int LongestRequestLine = 256 * 1024;

    private readonly WebApplication _application;

    private GatewayServer(WebApplication application) => _application = application;

    public Uri Address
    {
        get
        {
            var addresses = _application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
            return new Uri(addresses.Addresses.First());
        }
    }

    public static async Task<GatewayServer> StartAsync(GatewayFront front, LocalGatewayOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = null;
            server.Limits.MaxRequestLineSize = LongestRequestLine;
            server.Listen(options.Address, options.Port);
        });
        var application = builder.Build();
        var stopping = application.Lifetime.ApplicationStopping;
        application.Run(context => AnswerAsync(context, front, options, stopping));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new GatewayServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, GatewayFront front, LocalGatewayOptions options, CancellationToken stopping)
    {
        if (ConnectionGuard.Refuse(context, options) is { } refusal)
        {
            await AnswerSender.SendAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        var request = context.Request;
        if (request.Path == PageAddresses.Events && request.Method == "GET")
        {
            await EventStream.SendAsync(context.Response, () => front.Answered, TimeProvider.System, stopping).ConfigureAwait(false);
            return;
        }

        var answer = await BodyReader.AnswerAsync(
            request.Body,
            request.ContentLength,
            request.Headers.TryGetValue("Content-Encoding", out var coding) ? coding.ToString() : null,
            options.MaxBodyBytes,
            body => front.HandleAsync(Describe(request, body), context.RequestAborted),
            context.RequestAborted).ConfigureAwait(false);
        await AnswerSender.SendAsync(context, answer).ConfigureAwait(false);
    }

    // The decoded path would turn an encoded slash in an id into a separator, so the target is read as it was sent.
    private static GatewayRequest Describe(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var cut = target.IndexOf('?', StringComparison.Ordinal);
        var path = cut < 0 ? target : target[..cut];
        var query = cut < 0 ? string.Empty : target[(cut + 1)..];
        return new GatewayRequest(request.Method, path, query, Header, body);

        string? Header(string name) => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
    }
}
