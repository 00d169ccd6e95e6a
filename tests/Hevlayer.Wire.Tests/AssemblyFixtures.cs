using Hevlayer.Wire.Tests.Gateway;

[assembly: AssemblyFixture(typeof(WireGateway))]
