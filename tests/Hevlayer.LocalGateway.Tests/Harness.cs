using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Local.Tests;

/// <summary>A gateway on a clock that only the test moves, and a client, in process or over HTTP.</summary>
internal sealed class Harness : IAsyncDisposable
{
    private Harness(LocalGateway gateway, FakeTimeProvider clock, HttpClient http)
    {
        Gateway = gateway;
        Clock = clock;
        Http = http;
    }

    public LocalGateway Gateway { get; }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public long NowMs => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public static Harness InProcess(Action<LocalGatewayOptions>? configure = null)
    {
        var (options, clock) = Options(configure);
        var gateway = LocalGateway.Create(options);
        return new Harness(gateway, clock, new HttpClient(gateway.CreateHandler()) { BaseAddress = gateway.BaseAddress });
    }

    public static async Task<Harness> OverHttpAsync(Action<LocalGatewayOptions>? configure = null)
    {
        var (options, clock) = Options(configure);
        var gateway = await LocalGateway.StartAsync(options, TestContext.Current.CancellationToken);
        return new Harness(gateway, clock, new HttpClient { BaseAddress = gateway.BaseAddress });
    }

    /// <summary>A client in process, which retries nothing.</summary>
    public HevlayerClient Client(string? key = null) => new(
        new() { BaseAddress = Gateway.BaseAddress, ApiKey = key, TimeProvider = Clock, Retry = new() { MaxAttempts = 1 } },
        Gateway.CreateHandler());

    public Task<Reply> GetAsync(string path, string? key = null) => SendAsync("GET", path, null, key);

    public Task<Reply> PostAsync(string path, string body, string? key = null) => SendAsync("POST", path, body, key);

    public Task<Reply> PutAsync(string path, string body, string? key = null) => SendAsync("PUT", path, body, key);

    public Task<Reply> DeleteAsync(string path, string? key = null) => SendAsync("DELETE", path, null, key);

    public async Task<Reply> SendAsync(string method, string path, string? body, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Gateway.DisposeAsync();
    }

    private static (LocalGatewayOptions Options, FakeTimeProvider Clock) Options(Action<LocalGatewayOptions>? configure)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 8, 20, 12, 0, 0, TimeSpan.Zero));
        var options = new LocalGatewayOptions { TimeProvider = clock, StatusCacheTime = TimeSpan.Zero };
        configure?.Invoke(options);
        return (options, clock);
    }
}
