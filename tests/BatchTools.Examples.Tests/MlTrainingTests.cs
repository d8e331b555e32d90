extern alias ml;

using ml::MlTraining;

namespace BatchTools.Examples.Tests;

public sealed class MlTrainingTests
{
    [Fact]
    public void A_gradient_is_the_slope_of_the_loss()
    {
        var network = new Network([2, 5, 4, 3], seed: 3);
        var example = new Example(0.4, -0.7, 1);
        network.Learn(example);
        const double shift = 1e-6;
        var learned = network.Layers.Select(layer => (layer, layer.Gradients.ToArray())).ToList();
        foreach (var (layer, gradients) in learned)
        {
            for (var i = 0; i < layer.Weights.Length; i++)
            {
                var weight = layer.Weights[i];
                layer.Weights[i] = weight + shift;
                var above = network.Learn(example);
                layer.Weights[i] = weight - shift;
                var below = network.Learn(example);
                layer.Weights[i] = weight;
                Assert.Equal((above - below) / (2 * shift), gradients[i], 1e-6);
            }
        }
    }

    [Theory]
    [InlineData("bert-base")]
    [InlineData("gpt2-medium")]
    public void Training_tells_the_spirals_apart(string model)
    {
        var network = new Network(ModelShape.Named(model).Widths(2, Spirals.Classes), seed: 1);

        var epochs = new Training(network, Spirals.Generate(3000, 2), Spirals.Generate(600, 3), seed: 1).Run(10, 32, 0.005).ToList();

        Assert.InRange(epochs[^1].Accuracy, 0.95, 1);
        Assert.True(epochs[^1].Loss < epochs[0].Loss / 3);
    }

    [Fact]
    public void Probabilities_sum_to_one()
    {
        var probabilities = new Network([2, 8, 3], seed: 1).Predict(new Example(1000, -1000, 0)).ToArray();

        Assert.Equal(1, probabilities.Sum(), 12);
    }

    [Fact]
    public void An_unknown_model_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => ModelShape.Named("gpt-9"));

        Assert.Contains("'gpt-9'", error.Message);
        Assert.Contains("roberta-base", error.Message);
    }
}
