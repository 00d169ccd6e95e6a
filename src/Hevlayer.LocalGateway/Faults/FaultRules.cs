using System.Globalization;
using System.Net.Http.Headers;

namespace Hevlayer.Local;

/// <summary>Checks the settings of a fault.</summary>
internal static class FaultRules
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    public static void Check(InjectedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Demand(fault.Operation is null || GatewayOperations.All.Any(operation => operation.Id == fault.Operation), $"Unknown operation '{fault.Operation}': a fault names an operation by its id in the contract, such as claimDocuments.");
        Demand(fault.Probability is > 0 and <= 1, $"Probability of a fault must be above 0 and at most 1, not {fault.Probability.ToString(CultureInfo.InvariantCulture)}.");
        Demand(fault.Count is null or >= 1, $"Count of a fault must be at least 1, not {fault.Count}.");
        Demand(Enum.IsDefined(fault.Effect), $"Unknown effect of a fault: {(int)fault.Effect}.");
        Demand((int)fault.Status is >= 200 and <= 599, $"Status of a fault must be from 200 to 599, not {(int)fault.Status}.");
        Demand(fault.ContentType is null || MediaTypeHeaderValue.TryParse(fault.ContentType, out _), "ContentType of a fault must be a media type such as text/html.");
        Demand(IsWait(fault.Delay), $"Delay of a fault must be from 0 to {LongestWait.TotalDays} days, not {fault.Delay}.");
        Demand(fault.RetryAfter is not { } pause || IsWait(pause), $"RetryAfter of a fault must be from 0 to {LongestWait.TotalDays} days, not {fault.RetryAfter}.");
        Demand(fault.Effect != FaultEffect.Delay || fault.Delay > TimeSpan.Zero, "A fault with the effect Delay needs a Delay above 0.");
    }

    private static bool IsWait(TimeSpan time) => time >= TimeSpan.Zero && time <= LongestWait;

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
