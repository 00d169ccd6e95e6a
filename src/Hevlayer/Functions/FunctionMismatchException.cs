using System.Net;
using System.Text.Json;

namespace Hevlayer;

/// <summary>A function exists under the wanted id, but with another specification.</summary>
public sealed class FunctionMismatchException : HevlayerException
{
    private FunctionMismatchException(string message, Udf existing)
        : base(message)
    {
        Existing = existing;
        StatusCode = HttpStatusCode.Conflict;
        Code = HevlayerErrorCodes.Conflict;
        Method = GatewayOperations.CreateUdf.Method.Method;
        Route = GatewayOperations.CreateUdf.Route;
    }

    /// <summary>The function as the gateway has it.</summary>
    public Udf Existing { get; }

    // The gateway fills in defaults, so only what was asked for is compared.
    internal static Udf ThrowIfDifferent(Udf existing, UdfSpec wanted)
    {
        var have = JsonSerializer.SerializeToElement(existing.Spec, HevlayerJsonContext.Default.UdfSpec);
        var want = JsonSerializer.SerializeToElement(wanted, HevlayerJsonContext.Default.UdfSpec);
        return FirstDifference(want, have, "spec") is { } path
            ? throw new FunctionMismatchException(
                $"The function '{existing.Id}' exists and differs in {path}. Replace it with UpsertUdfAsync, or use another id.",
                existing)
            : existing;
    }

    private static string? FirstDifference(JsonElement want, JsonElement have, string path)
    {
        if (want.ValueKind != JsonValueKind.Object || have.ValueKind != JsonValueKind.Object)
        {
            return JsonElement.DeepEquals(want, have) ? null : path;
        }

        foreach (var member in want.EnumerateObject())
        {
            var memberPath = $"{path}.{member.Name}";
            var difference = have.TryGetProperty(member.Name, out var value)
                ? FirstDifference(member.Value, value, memberPath)
                : memberPath;
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }
}
