namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> License => new()
    {
        ["getLicense"] = static (api, token) => api.GetLicenseAsync(cancellationToken: token),
    };
}
