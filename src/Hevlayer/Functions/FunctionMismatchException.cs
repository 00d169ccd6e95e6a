using System.Net;

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

    internal static Udf ThrowIfDifferent(Udf existing, UdfSpec wanted) =>
        FunctionSpecs.FirstDifference(existing.Spec, wanted) is { } path
            ? throw new FunctionMismatchException(
                $"The function '{existing.Id}' exists and differs in {path}. Replace it with UpsertUdfAsync, or use another id.",
                existing)
            : existing;

    /// <summary>The same version has another specification.</summary>
    internal static FunctionMismatchException SameVersion(Udf existing, string path) => new(
        $"The function '{existing.Id}' exists and differs in {path}, and its version is the same: the rows it has done would not be found again. Give the specification another version.",
        existing);

    /// <summary>The gateway has a newer version.</summary>
    internal static FunctionMismatchException Newer(Udf existing, string version) => new(
        $"The function '{existing.Id}' has version '{existing.Spec.Version}' at the gateway, and '{version}' is older: it does not replace it.",
        existing);
}
