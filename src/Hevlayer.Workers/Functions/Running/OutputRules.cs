namespace Hevlayer.Workers;

/// <summary>What a function may write, by what it declares.</summary>
internal static class OutputRules
{
    /// <summary>Why a result cannot be sent; null when it can.</summary>
    public static Fault? Problem(FunctionResult result, FunctionWorkerOptions options)
    {
        if (result.FailureReason is { } reason)
        {
            return new(FaultKind.Rejected, reason);
        }

        var problem = result.Vectors.Count > 0 ? OfVectors(result.Vectors, options) : null;
        foreach (var name in result.Attributes?.Keys ?? [])
        {
            problem ??= OfName(name, options.Outputs);
        }

        return problem is null ? null : new(FaultKind.Rejected, problem);
    }

    private static string? OfVectors(IReadOnlyList<ReadOnlyMemory<float>> vectors, FunctionWorkerOptions options) =>
        !options.WritesVectors ? $"The result has a vector, and the function declares none: set {nameof(options.WritesVectors)}."
        : vectors.Any(static vector => vector.Length == 0 || HasNonFinite(vector.Span)) ? "A vector of the result is empty or has a number that is not finite."
        : null;

    private static string? OfName(string name, IList<string> declared) =>
        OutputNames.Problem(name) is { } problem ? $"One of the outputs {problem}."
        : declared.Count == 0 ? $"The result has the output '{name}', and the function declares none: name it in {nameof(FunctionWorkerOptions.Outputs)}."
        : declared.Contains(name) ? null
        : $"The result has the output '{name}', which the function does not declare; it declares {string.Join(", ", declared)}.";

    private static bool HasNonFinite(ReadOnlySpan<float> vector)
    {
        foreach (var number in vector)
        {
            if (!float.IsFinite(number))
            {
                return true;
            }
        }

        return false;
    }
}
