using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hevlayer.Wire.Tests.Gateway;
using Hevlayer.Wire.Tests.Rows;
using Refit;

namespace Hevlayer.Wire.Tests.Requests;

/// <summary>Names in bodies: every text of every request is one, or is listed here as something else.</summary>
public sealed class NameTests
{
    private const string Half = "a\uD800";

    // What people wrote, what the gateway gave out, and what it checks itself.
    private static readonly string[] Texts =
    [
        "Chunk.Text", "UdfFailItem.Message", "AgentQueryRequest.Query", "MintKeyRequest.Description", "MintKeyRequest.Owner", "MintKeyRequest.ExpiresAfter",
        "AuthenticateKeyRequest.Token", "UdfWorkerSpec.Image", "UdfWorkerSpec.Url", "UdfSpec.Version", "BatchQueryRequest.VectorEncoding",
        "SnapshotPolicy.Interval", "SnapshotPolicy.Retention", "QueryRequest.Cursor", "FederatedQueryRequest.Cursor", "FtsScan.Query", "HybridTextScan.Query",
    ];

    public static TheoryData<string> Operations => [.. GatewayOperations.All.Select(static operation => operation.Id).Where(static operation => Body(operation) is not null)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Body_NameWithHalfACharacter_IsRefusedBeforeTheCall(string operation)
    {
        var body = Body(operation)!;
        foreach (var (owner, property) in Members(body))
        {
            object spoilt = property.PropertyType == typeof(string) ? Half : new[] { "a", Half };

            var isRefused = await IsRefusedAsync(operation, body, owner, property, spoilt);

            var name = $"{owner.GetType().Name}.{property.Name}";
            Assert.True(isRefused != Texts.Contains(name), isRefused ? $"{name} is listed as a text" : $"{name} goes out as another name");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Body_NullAmongNames_IsRefusedBeforeTheCall(string operation)
    {
        var body = Body(operation)!;
        foreach (var (owner, property) in Members(body).Where(static one => one.Property.PropertyType != typeof(string)))
        {
            Assert.True(await IsRefusedAsync(operation, body, owner, property, new[] { "a", null }), $"{owner.GetType().Name}.{property.Name}");
        }
    }

    private static object? Body(string operation) =>
        ApiMethods.Of(operation).GetParameters().SingleOrDefault(static one => one.IsDefined(typeof(BodyAttribute))) is { } parameter
        && parameter.ParameterType != typeof(HttpContent)
        && WireRows.All[operation].Full.Body is { } json
            ? JsonSerializer.Deserialize(json, parameter.ParameterType, HevlayerJson.Options)
            : null;

    private static async Task<bool> IsRefusedAsync(string operation, object body, object owner, PropertyInfo property, object spoilt)
    {
        using var handler = new UnreachedHandler();
        using var client = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress, Retry = new() { MaxAttempts = 1 } }, handler);
        var kept = property.GetValue(owner);
        property.SetValue(owner, spoilt);
        try
        {
            await ApiMethods.Call(operation, one => one.IsDefined(typeof(BodyAttribute)) ? body : null)(client.Api, TestContext.Current.CancellationToken);
            return false;
        }
        catch (ArgumentException)
        {
            Assert.Equal(0, handler.Requests);
            return true;
        }
        catch (HevlayerException)
        {
            // It went out, and the far end says nothing that the contract promises.
            return false;
        }
        finally
        {
            property.SetValue(owner, kept);
        }
    }

    /// <summary>Texts and lists of texts, in the body and in the records within it.</summary>
    private static IEnumerable<(object Owner, PropertyInfo Property)> Members(object? value) => value switch
    {
        null or string or JsonElement => [],
        IEnumerable list => list.Cast<object?>().SelectMany(Members),
        _ when value.GetType() is { IsValueType: false, Assembly: var assembly } type && assembly == typeof(HevlayerClient).Assembly => type.GetProperties()
            .Where(static property => property.CanWrite && !property.IsDefined(typeof(JsonIgnoreAttribute)))
            .SelectMany(property => property.PropertyType == typeof(string) || property.PropertyType == typeof(IReadOnlyList<string>)
                ? [(value, property)]
                : Members(property.GetValue(value))),
        _ => [],
    };
}
