using System.Net;

namespace Hevlayer.Workers.Tests;

/// <summary>Errors of every kind that a call may end with, by name.</summary>
internal static class AnyErrors
{
    private static readonly Dictionary<string, Exception> ByName = new(StringComparer.Ordinal)
    {
        ["broken"] = new InvalidOperationException("broken"),
        ["cancelled by a stranger"] = new OperationCanceledException("not ours"),
        ["key refused"] = new HevlayerException("no") { StatusCode = HttpStatusCode.Unauthorized },
        ["unknown pipeline"] = new HevlayerException("unknown") { StatusCode = HttpStatusCode.NotFound },
        ["bad request"] = new HevlayerException("bad") { StatusCode = HttpStatusCode.UnprocessableEntity },
        ["gateway down"] = new HevlayerConnectionException("down") { IsTransient = true },
        ["gateway in trouble"] = new HevlayerException("trouble") { StatusCode = HttpStatusCode.InternalServerError, IsTransient = true },
    };

    public static TheoryData<string> Names => [.. ByName.Keys];

    public static Exception Of(string name) => ByName[name];
}
