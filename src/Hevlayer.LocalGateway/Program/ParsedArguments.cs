namespace Hevlayer.Local;

/// <summary>Arguments as understood: options to run with, or a message to print instead.</summary>
internal sealed record ParsedArguments(LocalGatewayOptions? Options, string Message, bool IsError);
