using System.Globalization;
using System.Net;
using System.Text.Json;
using Hevlayer.Workers.Tests.Wire;

namespace Hevlayer.Workers.Tests.Failures;

/// <summary>A redrive that is broken off anywhere loses nothing and does nothing twice.</summary>
public sealed class RedriveKillTests : IAsyncDisposable
{
    private const int Documents = 240;
    private const int Kills = 100;

    private readonly FailureWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string[] Ids => [.. Enumerable.Range(0, Documents).Select(static number => string.Create(CultureInfo.InvariantCulture, $"d{number:000}"))];

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Redrive_BrokenOffAHundredTimes_MovesEachDocumentOnce(int seed)
    {
        var random = new Random(seed);
        await _world.FailAsync(Ids);
        var moved = 0L;
        var left = 0;
        var isDead = false;
        _world.Wire.Script = async (call, send) =>
        {
            // A process that is gone sends nothing more; of its last call the reply is lost, or the call itself.
            if (isDead || (left-- == 0 && (isDead = true) && random.Next(2) == 0))
            {
                throw new HttpRequestException("killed");
            }

            var reply = await send();
            moved += await MovedAsync(call, reply);
            return isDead ? throw new HttpRequestException("killed") : reply;
        };

        var kills = 0;
        for (var run = 0; kills < Kills && run < 1_000; run++)
        {
            (isDead, left) = (false, random.Next(12));
            kills += await IsKilledAsync(random) ? 1 : 0;
            await WorkAsync(random);
        }

        (isDead, left) = (false, int.MaxValue);
        var last = await _world.RedriveAsync(options: new() { Rate = 1_000_000 });

        Assert.Equal(Kills, kills);
        Assert.Equal(Documents, moved);
        Assert.False(last.HasMore);
        Assert.Equal(Documents, await CountAsync("pending") + await CountAsync("indexed"));
        Assert.Equal(await CountAsync("pending"), (await _world.ListAsync()).Count);
    }

    // A few documents are indexed meanwhile, so that they would be seen if they were put back again.
    private async Task WorkAsync(Random random)
    {
        _world.Wire.Script = Switch(_world.Wire.Script!, out var back);
        var claim = await _world.Client.ClaimDocumentsAsync(FailureWorld.Pipeline, new() { WorkerId = "w", Limit = random.Next(1, 3) }, Token);
        if (claim.Documents is { Count: > 0 } documents)
        {
            await _world.Client.CompleteDocumentsAsync(FailureWorld.Pipeline, documents, cancellationToken: Token);
        }

        back();
    }

    private Func<WireCall, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>? Switch(Func<WireCall, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> script, out Action back)
    {
        back = () => _world.Wire.Script = script;
        return null;
    }

    private async Task<bool> IsKilledAsync(Random random)
    {
        try
        {
            await _world.RedriveAsync(options: new() { Rate = random.Next(1, 30), MaxDocuments = random.Next(1, 40) });
            return false;
        }
        catch (HevlayerException)
        {
            return true;
        }
    }

    private static async Task<long> MovedAsync(WireCall call, HttpResponseMessage reply)
    {
        if (!call.Ends("POST", "/stage") || call.Text("from_stage") != "failed" || call.Text("stage") == "failed")
        {
            return 0;
        }

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        await reply.Content.LoadIntoBufferAsync(Token);
        using var body = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(Token));
        return body.RootElement.GetProperty("updated").GetInt64();
    }

    private async Task<long> CountAsync(string stage) =>
        (await _world.Client.GetPipelineStatusAsync(FailureWorld.Pipeline, Token)).Counts.GetValueOrDefault(stage);
}
