package demo

// Size says how large a server with a number of observations is, as those of real teams are.
type Size struct {
	Observations, Products, Branches, Users int
}

// SizeOf is the size of the sample data with a number of observations: at a million 500 products, 5,000 branches and 300 users.
func SizeOf(observations int) Size {
	s := Size{Observations: observations}
	s.Products = max(min(5, observations), observations/2000)
	s.Branches = max(s.Products, observations/200)
	s.Users = min(max(8, s.Products*3/5), 300)
	return s
}

// share is how many of n things the i-th of parts gets, if each gets as many as the others, or one more.
func share(n, parts, i int) int { return n*(i+1)/parts - n*i/parts }
