using Microsoft.Extensions.Options;

namespace Hevlayer;

/// <summary>Stops the host at start, with every problem named, when the options cannot work.</summary>
internal sealed class ValidateHevlayerOptions : IValidateOptions<HevlayerClientOptions>
{
    public ValidateOptionsResult Validate(string? name, HevlayerClientOptions options) =>
        OptionsRules.Problems(options).ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
