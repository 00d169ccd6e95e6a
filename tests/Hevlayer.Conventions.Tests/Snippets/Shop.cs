namespace Hevlayer.Conventions.Tests.Snippets;

/// <summary>Something of an app that uses a client.</summary>
internal sealed record Shop(IHevlayerClient Layer);
