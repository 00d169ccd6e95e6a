using Microsoft.Extensions.Options;

namespace Hevlayer;

/// <summary>Stops the host at start, with every problem of every client named, when the options cannot work.</summary>
internal sealed class ValidateHevlayerOptions : IValidateOptions<HevlayerClientOptions>
{
    public ValidateOptionsResult Validate(string? name, HevlayerClientOptions options) =>
        OptionsRules.Problems(options).Select(problem => $"{ClientNames.SectionOf(name)}: {problem}").ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
