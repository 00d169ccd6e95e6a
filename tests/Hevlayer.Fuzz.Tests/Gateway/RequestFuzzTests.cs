using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hevlayer.Fuzz.Tests.Inputs;
using Hevlayer.Local;

namespace Hevlayer.Fuzz.Tests.Gateway;

/// <summary>Whatever is sent to it, the local gateway answers: never with a fault of its own, and never with a body that is no JSON.</summary>
public sealed class RequestFuzzTests
{
    // What was written before belongs to an input as well; a gateway that is made anew often keeps that short.
    private const int InputsPerGateway = 50;

    [Fact]
    public async Task Request_AnyTargetAndBody_IsAnswered()
    {
        var sent = await SentRequests.AllAsync();
        var gateway = await FuzzedGatewayState.MakeAsync();
        var inputs = 0;
        await FuzzRun.RunAsync(1, async random =>
        {
            if (++inputs % InputsPerGateway == 0)
            {
                gateway.Dispose();
                gateway = await FuzzedGatewayState.MakeAsync();
            }

            var request = random.Of(sent);
            return await AttemptAsync(gateway, request, random.Chance(0.2) ? Target(random, request.Target) : request.Target, Body(random, request.Body));
        });
        gateway.Dispose();
    }

    private static async Task<string?> AttemptAsync(LocalGateway gateway, SentRequest request, string target, byte[]? body)
    {
        using var invoker = new HttpMessageInvoker(gateway.CreateHandler());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var input = $"{request.Method} {target} {Shown(body)}";
        try
        {
            using var message = request.ToMessage(target, body);
            using var response = await invoker.SendAsync(message, limit.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return (int)response.StatusCode == 500 ? $"500 {Shown(answer)} for {input}" : Shape(response, answer) is { } fault ? $"{fault} for {input}" : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
        catch (Exception exception)
        {
            return $"{exception} for {input}";
        }
    }

    private static string? Shape(HttpResponseMessage response, byte[] answer)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(answer);
            return response.IsSuccessStatusCode || document.RootElement.TryGetProperty("error", out _) ? null : $"{(int)response.StatusCode} without an error: {Shown(answer)}";
        }
        catch (JsonException)
        {
            return $"no JSON: {Shown(answer)}";
        }
    }

    private static string Target(FuzzRandom random, string target)
    {
        var parts = target.Split('/');
        parts[random.Next(1, parts.Length)] = Uri.EscapeDataString(random.Of(HostileTexts.Plain).Replace("\ud800", "", StringComparison.Ordinal));
        return random.Chance(0.3) ? $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={random.Of(HostileTexts.Json.Where(static text => text.Length < 40).ToList())}&cursor=%ff%00x" : string.Join('/', parts);
    }

    private static byte[]? Body(FuzzRandom random, byte[]? body) => body switch
    {
        null or [] => random.Chance(0.1) ? Encoding.UTF8.GetBytes(random.Of(HostileTexts.Json)) : body,
        _ when random.Chance(0.3) => ByteChanges.Change(random, body),
        [(byte)'{', ..] => Encoding.UTF8.GetBytes(JsonChanges.Change(random, JsonNode.Parse(body))),
        _ => body,
    };

    private static string Shown(byte[]? bytes)
    {
        var text = Encoding.UTF8.GetString(bytes ?? []);
        return text.Length > 1_000 ? text[..1_000] : text;
    }
}
